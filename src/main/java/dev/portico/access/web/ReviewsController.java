package dev.portico.access.web;

import dev.portico.access.AccessReview;
import dev.portico.access.AccessReviews;
import dev.portico.access.NewAccessReview;
import dev.portico.access.ReviewEdit;
import dev.portico.access.ReviewLine;
import dev.portico.access.ReviewScope;
import dev.portico.access.web.ReviewJson.ChangeJson;
import dev.portico.access.web.ReviewJson.DecisionJson;
import dev.portico.access.web.ReviewJson.DetailJson;
import dev.portico.access.web.ReviewJson.LineJson;
import dev.portico.access.web.ReviewJson.ReviewsJson;
import dev.portico.access.web.ReviewJson.StartJson;
import dev.portico.kernel.Reader;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Access reviews over REST.
@RestController
@RequestMapping("/api/portico/access/reviews")
class ReviewsController {

    private final AccessReviews reviews;

    ReviewsController(AccessReviews reviews) {
        this.reviews = reviews;
    }

    /// Reviews, newest first.
    ///
    /// @param open  those that are open, or those that are closed; left out for both
    /// @param after the review after which to go on; left out to begin
    @GetMapping
    ReviewsJson list(
            Reader reader,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") int limit) {
        return new ReviewsJson(reviews.list(reader, open, after, limit).stream()
                .map(ReviewJson::of)
                .toList());
    }

    @PostMapping
    ReviewJson start(Reader reader, @RequestBody @Valid StartJson json) {
        return ReviewJson.of(reviews.start(
                reader,
                new NewAccessReview(
                        json.title(), new ReviewScope(json.role(), json.space()), json.due(), json.reviewers())));
    }

    /// One review with its lines.
    @GetMapping("/{id}")
    DetailJson review(Reader reader, @PathVariable UUID id) {
        AccessReview review = reviews.review(reader, id);
        return new DetailJson(
                ReviewJson.of(review),
                reviews.lines(reader, id).stream()
                        .map(line -> LineJson.of(line, review.unused(line)))
                        .toList());
    }

    /// Decides about lines: all of them, or none where one does not fit.
    @PostMapping("/{id}/decisions")
    ReviewJson decide(Reader reader, @PathVariable UUID id, @RequestBody @Valid DecisionJson json) {
        return ReviewJson.of(reviews.decide(
                reader, id, json.lines(), json.decision(), Objects.requireNonNullElse(json.reason(), "")));
    }

    /// Changes who decides in an open one, and until when.
    ///
    /// @param version the version of the review that was seen
    @PatchMapping("/{id}")
    ReviewJson change(
            Reader reader, @PathVariable UUID id, @RequestParam int version, @RequestBody @Valid ChangeJson json) {
        return ReviewJson.of(reviews.change(reader, id, version, new ReviewEdit(json.due(), json.reviewers())));
    }

    /// Closes it for good.
    @PostMapping("/{id}/closure")
    ReviewJson close(Reader reader, @PathVariable UUID id) {
        return ReviewJson.of(reviews.close(reader, id));
    }

    /// A table for spreadsheets, which run nothing of it.
    @GetMapping("/{id}/lines.csv")
    void table(Reader reader, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        AccessReview review = reviews.review(reader, id);
        write(reviews.lines(reader, id), review, name(review), response);
    }

    /// Who holds a role, or the roles of a space, at this moment; the same table.
    @GetMapping("/today.csv")
    void today(
            Reader reader,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String space,
            HttpServletResponse response)
            throws IOException {
        write(reviews.today(reader, new ReviewScope(role, space)), null, "access-today.csv", response);
    }

    /// Such as `access-review-operator-2026-11-23.csv`, of a space with its name.
    private static String name(AccessReview review) {
        String about =
                Objects.requireNonNullElse(review.scope().role(), review.scope().space());
        return "access-review-" + about + "-" + LocalDate.ofInstant(review.madeAt(), ZoneOffset.UTC) + ".csv";
    }

    private static void write(
            List<ReviewLine> lines, @Nullable AccessReview review, String name, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            ReviewTable.write(out, review, lines);
        }
    }
}
