package dev.portico.catalog.internal.descriptor;

/// The entries of a map in the order of their keys, by UTF-16 units.
final class KeyOrder {

    private KeyOrder() {}

    static int[] of(YamlMap map) {
        int[] order = new int[map.size()];
        for (int at = 0; at < order.length; at++) {
            order[at] = at;
        }
        if (order.length <= 32) {
            insert(order, map);
            return order;
        }
        return java.util.stream.IntStream.range(0, order.length)
                .boxed()
                .sorted((left, right) -> map.key(left).compareTo(map.key(right)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void insert(int[] order, YamlMap map) {
        for (int at = 1; at < order.length; at++) {
            int moved = order[at];
            int to = at;
            while (to > 0 && map.key(order[to - 1]).compareTo(map.key(moved)) > 0) {
                order[to] = order[to - 1];
                to--;
            }
            order[to] = moved;
        }
    }
}
