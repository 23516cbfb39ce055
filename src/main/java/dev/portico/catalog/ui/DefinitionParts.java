package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Div;
import dev.portico.catalog.definition.Field;
import dev.portico.catalog.definition.Item;
import dev.portico.catalog.definition.Part;
import dev.portico.look.CodeBlock;
import java.util.List;

/// All that a definition says about one item. Sent as one text with every character of HTML escaped: as components, a
/// single answer with its fields would take a megabyte of the session.
final class DefinitionParts extends Div {

    DefinitionParts(Item item) {
        addClassName("parts");
        StringBuilder html = new StringBuilder();
        item.parts().forEach(part -> part(part, html));
        if (html.isEmpty()) {
            html.append("<p class=\"hint\">The definition says no more about this.</p>");
        }
        getElement().setProperty("innerHTML", html.toString());
    }

    private static void part(Part part, StringBuilder html) {
        html.append("<section>");
        if (!part.title().isEmpty()) {
            html.append("<h3>").append(escaped(part.title())).append("</h3>");
        }
        if (!part.note().isBlank()) {
            html.append("<p class=\"whole second\">")
                    .append(escaped(part.note().strip()))
                    .append("</p>");
        }
        fields(part.fields(), html);
        if (!part.example().isEmpty()) {
            html.append("<pre tabindex=\"0\" role=\"region\" aria-label=\"Example\">")
                    .append(escaped(part.example()))
                    .append("</pre>");
        }
        html.append("</section>");
    }

    private static void fields(List<Field> fields, StringBuilder html) {
        if (fields.isEmpty()) {
            return;
        }
        html.append("<ul class=\"fields\">");
        for (Field field : fields) {
            html.append("<li><div class=\"field\"><span class=\"mono name\">")
                    .append(escaped(field.name()))
                    .append("</span> <span class=\"mono type\">")
                    .append(escaped(field.type()))
                    .append("</span>")
                    .append(field.required() ? " <span class=\"required\">required</span>" : "")
                    .append("</div>");
            if (!field.note().isBlank()) {
                html.append("<p class=\"whole hint\">")
                        .append(escaped(field.note().strip()))
                        .append("</p>");
            }
            fields(field.fields(), html);
            html.append("</li>");
        }
        html.append("</ul>");
    }

    private static String escaped(String text) {
        return CodeBlock.escaped(text);
    }
}
