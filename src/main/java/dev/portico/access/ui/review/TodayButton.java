package dev.portico.access.ui.review;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.QueryParameters;
import dev.portico.access.AccessReviews;
import dev.portico.access.Readers;
import dev.portico.access.ReviewScope;
import dev.portico.access.ui.frame.FormDialog;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.util.Map;
import java.util.Optional;

/// Opens the report of who holds something today.
final class TodayButton extends Button {

    private final ComboBox<ReviewScope> scope = new ComboBox<>("Of");

    TodayButton(AccessReviews reviews, Readers readers) {
        super("Who holds what…", new Icon(Symbol.USERS));
        scope.setItemLabelGenerator(one -> Words.capital(one.words()));
        addClickListener(click -> {
            scope.setItems(reviews.scopes(readers.current()));
            new FormDialog("Report of who holds what today", "Show", this::tried)
                    .with(scope)
                    .open();
        });
    }

    private Optional<String> tried() {
        ReviewScope chosen = scope.getValue();
        if (chosen == null) {
            return Optional.of("Choose a role or a space.");
        }
        UI.getCurrent().navigate(TodayReportView.PATH, parameters(chosen));
        return Optional.empty();
    }

    static QueryParameters parameters(ReviewScope scope) {
        return QueryParameters.simple(
                scope.role() == null ? Map.of("space", String.valueOf(scope.space())) : Map.of("role", scope.role()));
    }
}
