package dev.portico.catalog.internal.graph;

import dev.portico.catalog.GraphLayout;

/// Gives each point its height, so that links run straight where they can and nothing overlaps.
///
/// Each point wants to be as high as its neighbours are on average. A column that keeps its order and its distances
/// comes nearest to all wishes by pooling adjacent violators (Ayer and others 1955); columns take turns.
final class Heights {

    private static final int SWEEPS = 12;
    private static final double GAP = 14;
    private static final double LANE = 10;

    private final Lanes lanes;
    private final Links steps;
    private final int[][] order;
    private final double[] height;

    private Heights(Lanes lanes, Links steps, int[][] order) {
        this.lanes = lanes;
        this.steps = steps;
        this.order = order;
        this.height = new double[lanes.points()];
    }

    /// The middle of each point, counted downwards from the upper side of the uppermost.
    static double[] of(Lanes lanes, Links steps, int[][] order) {
        Heights heights = new Heights(lanes, steps, order);
        heights.stack();
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int at = 0; at < order.length; at++) {
                heights.settle(order[sweep % 2 == 0 ? at : order.length - 1 - at]);
            }
        }
        heights.lower();
        return heights.height;
    }

    private void stack() {
        for (int[] column : order) {
            double[] offsets = offsets(column);
            double half = column.length == 0 ? 0 : offsets[column.length - 1] / 2;
            for (int at = 0; at < column.length; at++) {
                height[column[at]] = offsets[at] - half;
            }
        }
    }

    /// How far below the first each point of a column has to be at least.
    private double[] offsets(int[] column) {
        double[] offsets = new double[column.length];
        for (int at = 1; at < column.length; at++) {
            boolean boxes = lanes.box(column[at - 1]) || lanes.box(column[at]);
            double halves = half(column[at - 1]) + half(column[at]);
            offsets[at] = offsets[at - 1] + halves + (boxes ? GAP : LANE);
        }
        return offsets;
    }

    private double half(int point) {
        return lanes.box(point) ? GraphLayout.BOX_HEIGHT / 2.0 : 0;
    }

    private void settle(int[] column) {
        double[] offsets = offsets(column);
        double[] mean = new double[column.length];
        double[] weight = new double[column.length];
        int[] members = new int[column.length];
        int blocks = 0;
        for (int at = 0; at < column.length; at++) {
            mean[blocks] = wanted(column[at]) - offsets[at];
            weight[blocks] = lanes.box(column[at]) ? 1 : 2;
            members[blocks] = 1;
            while (blocks > 0 && mean[blocks - 1] >= mean[blocks]) {
                double together = weight[blocks - 1] + weight[blocks];
                mean[blocks - 1] = (mean[blocks - 1] * weight[blocks - 1] + mean[blocks] * weight[blocks]) / together;
                weight[blocks - 1] = together;
                members[blocks - 1] += members[blocks];
                blocks--;
            }
            blocks++;
        }
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            for (int member = 0; member < members[block]; member++, at++) {
                height[column[at]] = mean[block] + offsets[at];
            }
        }
    }

    private double wanted(int point) {
        int[] entering = steps.entering(point);
        int[] leaving = steps.leaving(point);
        if (entering.length + leaving.length == 0) {
            return height[point];
        }
        double sum = 0;
        for (int step : entering) {
            sum += height[steps.from(step)];
        }
        for (int step : leaving) {
            sum += height[steps.to(step)];
        }
        return sum / (entering.length + leaving.length);
    }

    private void lower() {
        double top = Double.MAX_VALUE;
        for (int point = 0; point < height.length; point++) {
            top = Math.min(top, height[point] - half(point));
        }
        for (int point = 0; point < height.length; point++) {
            height[point] -= top;
        }
    }
}
