package dev.portico.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Numbers worked out by hand, with log2(2) = 1, log2(3) = 1.58496, log2(4) = 2 and log2(5) = 2.32193.
final class RankingQualityTest {

    private static final Offset<Double> CLOSE = within(0.00001);
    private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1);

    @Test
    void the_best_ranking_is_worth_one() {
        assertThat(RankingQuality.ndcg(List.of("a", "b", "c"), GRADES, 10)).isEqualTo(1);
        assertThat(RankingQuality.ndcg(List.of("a", "b", "c", "x", "y"), GRADES, 10))
                .isEqualTo(1);
    }

    /// (7 + 3/2) / (7 + 3/1.58496 + 1/2) = 8.5 / 9.39279
    @Test
    void a_gap_and_a_miss_cost() {
        assertThat(RankingQuality.ndcg(List.of("a", "x", "b"), GRADES, 10)).isCloseTo(0.90495, CLOSE);
    }

    /// (1 + 3/1.58496 + 7/2) / 9.39279 = 6.39279 / 9.39279
    @Test
    void the_wrong_way_round_costs_more() {
        assertThat(RankingQuality.ndcg(List.of("c", "b", "a"), GRADES, 10)).isCloseTo(0.68061, CLOSE);
    }

    /// Two ranks: 7/1.58496 / (7 + 3/1.58496) = 4.41651 / 8.89279
    @Test
    void ranks_beyond_the_depth_do_not_count() {
        assertThat(RankingQuality.ndcg(List.of("x", "a", "b"), GRADES, 2)).isCloseTo(0.49664, CLOSE);
    }

    /// 7/2.32193 / 9.39279 = 3.01473 / 9.39279
    @Test
    void a_hit_counts_once() {
        assertThat(RankingQuality.ndcg(List.of("x", "y", "z", "a", "a"), GRADES, 10))
                .isCloseTo(0.32096, CLOSE);
    }

    @Test
    void nothing_found_is_worth_nothing_and_nothing_relevant_is_no_question() {
        assertThat(RankingQuality.ndcg(List.of(), GRADES, 10)).isZero();
        assertThatThrownBy(() -> RankingQuality.ndcg(List.of("a"), Map.of(), 10))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
