package dev.portico.specification;

import dev.portico.specification.ReadApi.Answer;
import dev.portico.specification.Request.Kind;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The answers that a request leads to: the first one, the pages after it, and for by-query the way back.
///
/// @param complete whether the way forward was walked to its end
record Walk(List<Step> steps, boolean complete) {

    private static final int FORWARD = 12;

    /// One answer on the way, with its body parsed; missing if it has none that is JSON.
    record Step(String name, Answer answer, JsonNode body) {

        Step(String name, Answer answer) {
            this(name, answer, parsed(answer.body()));
        }

        private static JsonNode parsed(String body) {
            try {
                return Json.parse(body);
            } catch (JacksonException none) {
                return MissingNode.getInstance();
            }
        }

        private String cursor(String name) {
            return body.path("pageInfo").path(name).asString("");
        }
    }

    static Walk of(Request request, ReadApi api) {
        List<Step> steps = new ArrayList<>();
        Step here = new Step("first", request.send(api));
        steps.add(here);
        if (request.kind() == Kind.LIST) {
            while (!here.answer().link().isEmpty() && steps.size() <= FORWARD) {
                here = new Step(
                        "page " + (steps.size() + 1),
                        api.get(target(here.answer().link())));
                steps.add(here);
            }
            return new Walk(steps, here.answer().link().isEmpty());
        }
        if (request.kind() == Kind.QUERY) {
            while (!here.cursor("nextCursor").isEmpty() && steps.size() <= FORWARD) {
                here = new Step("page " + (steps.size() + 1), request.onward(api, here.cursor("nextCursor")));
                steps.add(here);
            }
            for (int back = 1; !here.cursor("prevCursor").isEmpty() && back <= 2 * FORWARD; back++) {
                here = new Step("back " + back, request.onward(api, here.cursor("prevCursor")));
                steps.add(here);
            }
        }
        return new Walk(steps, true);
    }

    private static String target(String link) {
        return link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }
}
