package dev.portico.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Fields that differ, each with what it said before and what it says now.
public final class FieldDifferences extends Div {

    private static final int MOST = 200;
    private static final int LONGEST_VALUE = 400;

    public FieldDifferences(List<FieldDifference> fields) {
        Table table = new Table(
                "Fields that differ",
                List.of(
                        new Table.Column("Field", Table.Kind.WORDS),
                        new Table.Column("Before", Table.Kind.WORDS),
                        new Table.Column("After", Table.Kind.WORDS)));
        table.addClassName("differences");
        table.reachable("Fields that differ");
        fields.stream()
                .limit(MOST)
                .forEach(field -> table.row(
                        Text.mono(field.path()), value(field.before(), "removed"), value(field.after(), "added")));
        add(table);
        if (fields.size() > MOST) {
            add(Text.hint(Words.number(fields.size() - MOST) + " more fields differ"));
        }
    }

    private static Component value(@Nullable String value, String className) {
        if (value == null) {
            return Text.hint("Not there");
        }
        String cut = value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value;
        return Text.mono(cut).styled(className);
    }
}
