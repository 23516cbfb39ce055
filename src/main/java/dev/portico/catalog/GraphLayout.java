package dev.portico.catalog;

import java.util.List;

/// A graph with a place for everything: columns from what depends to what is depended on, left to right.
///
/// @param width  the width of it all, in pixels at full size
/// @param height the height of it all
/// @param boxes  a box for each node, in the order of the nodes; no two overlap
/// @param routes a way for each edge, in the order of the edges
public record GraphLayout(int width, int height, List<Box> boxes, List<Route> routes) {

    /// The width of every box.
    public static final int BOX_WIDTH = 188;

    /// The height of every box.
    public static final int BOX_HEIGHT = 44;

    public GraphLayout {
        boxes = List.copyOf(boxes);
        routes = List.copyOf(routes);
    }

    /// Where a node stands.
    ///
    /// @param column counted from the left, from 0
    /// @param x      of its left side
    /// @param y      of its upper side
    public record Box(int column, int x, int y) {}

    /// How an edge runs, from what depends to what is depended on.
    ///
    /// @param against whether it runs from right to left, because it closes a circle
    /// @param points  x and y in turn: where it leaves its first box, the two ends of each straight piece on its
    ///                way, where it meets its last box. What lies between the pieces is curved
    public record Route(boolean against, List<Integer> points) {
        public Route {
            points = List.copyOf(points);
        }
    }
}
