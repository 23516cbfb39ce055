package dev.portico.api.backstage;

import dev.portico.kernel.Reader;
import dev.portico.search.Hit;
import dev.portico.search.Json;
import dev.portico.search.Results;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Lists of entities that are paged by cursors, and the plain list.
@Controller
@RequestMapping("/api/catalog/entities")
final class PagedEntities {

    private final Parts parts;

    PagedEntities(Parts parts) {
        this.parts = parts;
    }

    @GetMapping
    void plain(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        PlainList list = PlainList.of(http);
        if (list.limit() == 0) {
            list.stream(parts, reader, Answer.stream(response));
        } else {
            list.page(parts, reader, response);
        }
    }

    @GetMapping("/by-query")
    void byQuery(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        answer(EntityPage.of(http), reader, response);
    }

    @PostMapping("/by-query")
    void byPostedQuery(Reader reader, HttpServletRequest http, HttpServletResponse response) throws IOException {
        answer(EntityPage.of(Body.of(http, EntityPage.bodyFields())), reader, response);
    }

    private void answer(EntityPage asked, Reader reader, HttpServletResponse response) throws IOException {
        Results found = parts.page(asked.listing()::query, asked.page(), reader);
        @Nullable Cursor cursor = asked.cursor();
        long total = cursor != null ? cursor.total() : asked.counted() ? found.total() : 0;
        Answer answer = new Answer().add("{\"items\":").items(items(found.hits(), asked.fields()));
        answer.add(",\"totalItems\":" + total + ",\"pageInfo\":{");
        String next = next(asked, found, total);
        String previous = previous(asked, found, total);
        answer.add(next.isEmpty() ? "" : "\"nextCursor\":\"" + next + '"');
        answer.add(next.isEmpty() || previous.isEmpty() ? "" : ",");
        answer.add(previous.isEmpty() ? "" : "\"prevCursor\":\"" + previous + '"');
        answer.add("}}").send(response);
    }

    private static String next(EntityPage asked, Results found, long total) {
        Cursor cursor = asked.cursor();
        boolean more = (cursor != null && cursor.previous()) ? asked.limit() > 0 : found.more();
        if (!more || found.hits().isEmpty()) {
            return "";
        }
        List<@Nullable String> first =
                cursor == null ? Listing.position(found.hits().getFirst()) : cursor.first();
        List<@Nullable String> last = Listing.position(found.hits().getLast());
        return new Cursor(asked.listing(), last, false, first, total).encode();
    }

    private static String previous(EntityPage asked, Results found, long total) {
        Cursor cursor = asked.cursor();
        if (cursor == null || found.hits().isEmpty() || (cursor.previous() && !found.more())) {
            return "";
        }
        List<@Nullable String> first = Listing.position(found.hits().getFirst());
        return first.equals(cursor.first())
                ? ""
                : new Cursor(asked.listing(), first, true, cursor.first(), total).encode();
    }

    static List<Json> items(List<Hit> hits, Fields fields) {
        return hits.stream().map(hit -> fields.keep(hit.json())).toList();
    }
}
