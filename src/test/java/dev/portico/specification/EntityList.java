package dev.portico.specification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// The call GET `/entities`: a bare list, and a header `Link` where a limit left some out.
record EntityList(List<FlatEntity> entities) {

    ReadApi.Answer get(Asked asked) {
        asked.allow("fields", "limit", "filter", "offset", "after", "order");
        UnaryOperator<JsonNode> fields = Fields.of(asked.all("fields"));
        int limit = asked.number("limit", 1, Integer.MAX_VALUE);
        int offset = asked.number("offset", 0, 0);
        if (asked.has("after")) {
            JsonNode after = after(asked.one("after"));
            limit = after.path("limit").asInt(limit);
            offset = after.path("offset").asInt(offset);
        }
        List<FlatEntity> all = matching(asked);
        List<FlatEntity> page = all.stream().skip(offset).limit(limit).toList();
        ArrayNode body = Json.array();
        page.forEach(entity -> body.add(fields.apply(entity.entity())));
        boolean more = offset + page.size() < all.size() && !page.isEmpty();
        return new ReadApi.Answer(200, body.toString(), more ? link(asked, limit, offset + limit) : "");
    }

    /// All that is asked for, in its order; entities that tie, or that no order tells apart, go by uid.
    List<FlatEntity> matching(Asked asked) {
        Comparator<FlatEntity> order = Comparator.comparing(FlatEntity::uid, OrderBy.codePoints());
        for (OrderBy each : orders(asked).reversed()) {
            order = each.comparator().thenComparing(order);
        }
        return entities.stream()
                .filter(Filters.of(asked.all("filter")))
                .sorted(order)
                .toList();
    }

    static List<OrderBy> orders(Asked asked) {
        List<OrderBy> orders = new ArrayList<>();
        for (String order : asked.all("order")) {
            int colon = order.indexOf(':');
            if (colon < 0) {
                throw Refused.input("Invalid order, expected asc:field or desc:field");
            }
            orders.add(OrderBy.of(order.substring(colon + 1), order.substring(0, colon)));
        }
        return orders;
    }

    private static JsonNode after(String cursor) {
        try {
            JsonNode json = Json.parse(new String(Base64.getDecoder().decode(cursor), UTF_8));
            if (json.path("limit").isIntegralNumber() && json.path("offset").isIntegralNumber()) {
                return json;
            }
        } catch (IllegalArgumentException | JacksonException broken) {
            throw Refused.input("Malformed after cursor");
        }
        throw Refused.input("Malformed after cursor");
    }

    private static String link(Asked asked, int limit, int offset) {
        StringBuilder path = new StringBuilder("/entities?");
        for (Map.Entry<String, List<String>> parameter : asked.parameters().entrySet()) {
            if (!List.of("after", "offset").contains(parameter.getKey())) {
                parameter.getValue().forEach(value -> path.append(parameter.getKey())
                        .append('=')
                        .append(URLEncoder.encode(value, UTF_8))
                        .append('&'));
            }
        }
        String json = Json.object().put("limit", limit).put("offset", offset).toString();
        String after = Base64.getEncoder().encodeToString(json.getBytes(UTF_8));
        return "<" + path + "after=" + URLEncoder.encode(after, UTF_8) + ">; rel=\"next\"";
    }
}
