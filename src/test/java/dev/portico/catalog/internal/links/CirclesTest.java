package dev.portico.catalog.internal.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.catalog.internal.links.Circles.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CirclesTest {

    @Test
    void each_member_of_a_circle_is_told_the_circle_from_itself() {
        assertThat(Circles.in(links("a>b", "b>c", "c>a", "c>d", "x>a")))
                .isEqualTo(
                        Map.of("a", List.of("a", "b", "c"), "b", List.of("b", "c", "a"), "c", List.of("c", "a", "b")));
    }

    @Test
    void what_leads_to_itself_is_a_circle_of_one() {
        assertThat(Circles.in(links("a>a", "a>b"))).isEqualTo(Map.of("a", List.of("a")));
    }

    @Test
    void the_shortest_of_several_circles_is_told() {
        assertThat(Circles.in(links("a>b", "b>c", "c>a", "b>a")))
                .containsEntry("a", List.of("a", "b"))
                .containsEntry("c", List.of("c", "a", "b"));
    }

    @Test
    void a_circle_too_long_to_read_is_cut() {
        List<Link> ring = IntStream.range(0, 50)
                .mapToObj(i -> new Link("n" + i, "n" + (i + 1) % 50))
                .toList();

        assertThat(Circles.in(ring))
                .hasSize(50)
                .allSatisfy((node, circle) ->
                        assertThat(circle).hasSize(13).startsWith(node).endsWith(Circles.AND_SO_ON));
    }

    @Test
    void a_ring_of_many_thousands_is_found_without_a_deep_stack() {
        List<Link> ring = IntStream.range(0, 50_000)
                .mapToObj(i -> new Link("n" + i, "n" + (i + 1) % 50_000))
                .toList();

        assertThat(Circles.in(ring)).hasSize(50_000).containsEntry("n0", List.of("n0", "n1", Circles.AND_SO_ON));
    }

    @Test
    void exactly_those_that_reach_themselves_are_in_circles() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Link> links = new ArrayList<>();
            int size = 2 + random.nextInt(12);
            for (int i = random.nextInt(2 * size); i >= 0; i--) {
                links.add(new Link("n" + random.nextInt(size), "n" + random.nextInt(size)));
            }

            Map<String, List<String>> circles = Circles.in(links);

            assertThat(circles.keySet()).as("seed " + seed).isEqualTo(reachingThemselves(links));
            circles.forEach((node, circle) -> assertThat(follows(circle, links)).isTrue());
        }
    }

    private static boolean follows(List<String> circle, List<Link> links) {
        return IntStream.range(0, circle.size())
                .allMatch(i -> links.contains(new Link(circle.get(i), circle.get((i + 1) % circle.size()))));
    }

    private static Set<String> reachingThemselves(List<Link> links) {
        Set<Link> reach = new HashSet<>(links);
        boolean grown = true;
        while (grown) {
            Set<Link> more = new HashSet<>();
            for (Link first : reach) {
                for (Link second : links) {
                    if (first.to().equals(second.from())) {
                        more.add(new Link(first.from(), second.to()));
                    }
                }
            }
            grown = reach.addAll(more);
        }
        Set<String> nodes = new HashSet<>();
        reach.stream().filter(link -> link.from().equals(link.to())).forEach(link -> nodes.add(link.from()));
        return nodes;
    }

    private static List<Link> links(String... texts) {
        return List.of(texts).stream()
                .map(text -> new Link(text.substring(0, 1), text.substring(2)))
                .toList();
    }
}
