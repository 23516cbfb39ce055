package dev.portico.access.ui.tokens;

import com.vaadin.flow.component.select.Select;
import java.time.Duration;

/// How long a token counts.
enum TokenLife {
    WEEK(7),
    MONTH(30),
    QUARTER(90);

    private final int days;

    TokenLife(int days) {
        this.days = days;
    }

    Duration duration() {
        return Duration.ofDays(days);
    }

    /// A field that asks for one.
    static Select<TokenLife> field() {
        Select<TokenLife> field = new Select<>();
        field.setLabel("For");
        field.setItems(values());
        field.setItemLabelGenerator(life -> life.days + " days");
        field.setValue(MONTH);
        return field;
    }
}
