package dev.portico.catalog.internal.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Orders the points of each column so that few links cross.
///
/// Sweeps to and fro, and sorts each column by the mean place of its neighbours in the one before (Sugiyama, Tagawa and
/// Toda 1981). The best order of all sweeps wins; crossings are counted with a tree of sums (Barth, Mutzel and Jünger
/// 2004).
final class Ordering {

    private static final int SWEEPS = 16;

    private final Links steps;
    private final int[][] order;
    private final int[] place;

    private Ordering(Lanes lanes, Links steps) {
        this.steps = steps;
        this.order = new int[lanes.columns()][];
        this.place = new int[lanes.points()];
        List<List<Integer>> columns = new ArrayList<>();
        for (int at = 0; at < lanes.columns(); at++) {
            columns.add(new ArrayList<>());
        }
        for (int point = 0; point < lanes.points(); point++) {
            columns.get(lanes.column(point)).add(point);
        }
        for (int at = 0; at < order.length; at++) {
            order[at] = columns.get(at).stream().mapToInt(point -> point).toArray();
            number(at);
        }
    }

    /// The points of each column, from the top.
    static int[][] of(Lanes lanes, Links steps) {
        return new Ordering(lanes, steps).best();
    }

    private int[][] best() {
        int[][] best = copy();
        long fewest = crossings();
        for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
            boolean right = sweep % 2 == 0;
            for (int at = 1; at < order.length; at++) {
                sort(right ? at : order.length - 1 - at, right);
            }
            long crossings = crossings();
            if (crossings < fewest) {
                fewest = crossings;
                best = copy();
            }
        }
        return best;
    }

    private void sort(int column, boolean right) {
        int[] points = order[column];
        double[] wanted = new double[points.length];
        Integer[] sorted = new Integer[points.length];
        for (int at = 0; at < points.length; at++) {
            wanted[at] = mean(points[at], right, at);
            sorted[at] = at;
        }
        Arrays.sort(sorted, Comparator.comparingDouble(at -> wanted[at]));
        int[] newOrder = new int[points.length];
        for (int at = 0; at < points.length; at++) {
            newOrder[at] = points[sorted[at]];
        }
        order[column] = newOrder;
        number(column);
    }

    /// A point without neighbours stays where it is.
    private double mean(int point, boolean right, int at) {
        int[] through = right ? steps.entering(point) : steps.leaving(point);
        if (through.length == 0) {
            return at;
        }
        double sum = 0;
        for (int step : through) {
            sum += place[right ? steps.from(step) : steps.to(step)];
        }
        return sum / through.length;
    }

    private void number(int column) {
        for (int at = 0; at < order[column].length; at++) {
            place[order[column][at]] = at;
        }
    }

    private int[][] copy() {
        return Arrays.stream(order).map(int[]::clone).toArray(int[][]::new);
    }

    private long crossings() {
        long crossings = 0;
        for (int at = 1; at < order.length; at++) {
            crossings += between(order[at - 1], order[at].length);
        }
        return crossings;
    }

    private long between(int[] left, int rightSize) {
        int[] sums = new int[rightSize + 1];
        long crossings = 0;
        int counted = 0;
        for (int point : left) {
            int[] ends = Arrays.stream(steps.leaving(point))
                    .map(step -> place[steps.to(step)])
                    .sorted()
                    .toArray();
            for (int end : ends) {
                int notAfter = 0;
                for (int at = end + 1; at > 0; at -= at & -at) {
                    notAfter += sums[at];
                }
                crossings += counted - notAfter;
            }
            for (int end : ends) {
                for (int at = end + 1; at <= rightSize; at += at & -at) {
                    sums[at]++;
                }
                counted++;
            }
        }
        return crossings;
    }
}
