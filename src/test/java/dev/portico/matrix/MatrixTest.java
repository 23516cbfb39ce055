package dev.portico.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.Routes;
import dev.portico.ScreenTest;
import dev.portico.access.Tokens;
import dev.portico.matrix.Block.Cell;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Holds the table against the portal: each route × whose thing × who asks × how they come.
final class MatrixTest extends ScreenTest {

    /// Where the wrong cells of the last run are listed.
    private static final Path WRONG = Path.of("target/matrix/wrong.txt");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private FilterChainProxy chains;

    @Autowired
    private Tokens tokens;

    @Test
    void every_route_has_a_row_and_every_row_a_route() throws IOException {
        Set<String> routes = new TreeSet<>(Routes.handled(mappings));
        routes.addAll(Routes.filtered(chains));
        routes.addAll(Routes.files(context));
        routes.addAll(Routes.served(context));
        Routes.views().stream()
                .map(Routes::path)
                .map(path -> "VIEW " + (path.isEmpty() ? "(start)" : path))
                .forEach(routes::add);

        Set<String> rows = Table.read().stream().map(Block::route).collect(Collectors.toSet());
        assertThat(routes)
                .as("routes, and those in src/test/resources/access/matrix.txt")
                .isEqualTo(new TreeSet<>(rows));
    }

    @Test
    void the_guide_says_how_many_cells_there_are() throws IOException {
        long cells =
                Table.read().stream().mapToInt(block -> block.cells().size()).sum();

        assertThat(cells).isGreaterThan(2_000);
        assertThat(Files.readString(Path.of("docs/access.md")))
                .contains(String.format(Locale.ROOT, "%,d cells", cells));
    }

    @Test
    void everybody_gets_from_every_route_what_the_table_says_and_nothing_else(TestReporter reporter) throws Exception {
        Admin admin = new Admin(context);
        World world = World.make(admin, Callers.PEOPLE);
        Callers callers = new Callers(context, admin, tokens);
        Things things = new Things(admin, world, callers);
        int cells = 0;
        List<String> wrong = new ArrayList<>();
        try {
            callers.make();
            List<Block> blocks = Table.read();
            for (Block block : blocks) {
                for (Cell cell : block.cells()) {
                    String got = isScreen(block, cell)
                            ? ""
                            : outcome(block, callers.of(cell.way(), cell.caller()), things, callers);
                    note(wrong, block, cell, got);
                    cells++;
                }
            }
            wrong.addAll(screens(blocks, callers));
            Files.write(WRONG, wrong);
        } finally {
            things.end();
            callers.end();
            world.end();
        }
        reporter.publishEntry("matrix", String.format(Locale.ROOT, "%,d cells, %d wrong", cells, wrong.size()));
        assertThat(wrong).as("wrong of " + cells + " cells").isEmpty();
    }

    private static void note(List<String> wrong, Block block, Cell cell, String got) {
        if (!got.isEmpty() && !got.equals(cell.expected())) {
            wrong.add("%s: %s/%s is to get %s, got %s"
                    .formatted(block.title(), cell.way(), cell.caller(), cell.expected(), got));
        }
    }

    /// Views open to whoever has a session; without one, the address leads elsewhere.
    private static boolean isScreen(Block block, Cell cell) {
        return block.isView()
                && !Set.of("VIEW login", "VIEW reset-password").contains(block.route())
                && cell.way().equals("session")
                && Callers.PEOPLE.contains(cell.caller());
    }

    private String outcome(Block block, Caller caller, Things things, Callers callers) throws Exception {
        things.next();
        String path = things.filled(block.call(), caller);
        String look = things.filled(block.look(), caller);
        HttpResponse<String> answer =
                caller.send(block.method(), path, block.type(), things.filled(block.body(), caller));
        boolean good = answer.statusCode() < 300 && !block.method().equals("GET");
        if (good) {
            String type = answer.headers().firstValue("Content-Type").orElse("");
            things.used(Admin.json(type.contains("json") ? answer.body() : ""));
        }
        String outcome = outcome(answer, look);
        follow(block, caller, callers, answer, good || outcome.equals("/login"));
        return outcome;
    }

    private static String outcome(HttpResponse<String> answer, String look) {
        if (answer.statusCode() == 302) {
            URI to = URI.create(answer.headers().firstValue("Location").orElse(""));
            return to.getPath() + (to.getQuery() == null ? "" : "?" + to.getQuery());
        }
        if (answer.statusCode() == 200 && !look.isEmpty()) {
            return answer.body().contains(look) ? "shown" : "hidden";
        }
        return Integer.toString(answer.statusCode());
    }

    private static void follow(Block block, Caller caller, Callers callers, HttpResponse<String> answer, boolean good)
            throws Exception {
        boolean person = !caller.account().equals(Caller.nobody());
        if (good && person && block.then().equals("sign-in")) {
            callers.signIn(caller);
        } else if (good && block.then().equals("new-text")) {
            caller.comeWith(Admin.json(answer.body()).path("text").asString());
        }
    }

    private List<String> screens(List<Block> blocks, Callers callers) {
        List<String> wrong = new ArrayList<>();
        for (String name : Callers.PEOPLE) {
            startAs(Callers.reader(callers.of("session", name)));
            for (Block block : blocks) {
                @Nullable
                Cell cell = block.cells().stream()
                        .filter(one -> one.caller().equals(name) && isScreen(block, one))
                        .findFirst()
                        .orElse(null);
                if (cell != null) {
                    note(wrong, block, cell, screen(block));
                }
            }
        }
        return wrong;
    }

    private String screen(Block block) {
        open(block.call().substring(1));
        return switch (heading()) {
            case "No right" -> "refused";
            case "Not found" -> "hidden";
            default -> block.look().isEmpty() || words().contains(block.look()) ? "shown" : "other";
        };
    }
}
