package dev.portico.access.ui.frame;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.portico.look.Chip;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields above a list that narrow it, and chips for what narrows it without a field. A change by the reader
/// is told as the whole filter that it makes; what the page itself puts into the fields is not.
///
/// @param <F> all that narrows the list, as its address says it
public abstract class FilterBar<F> extends Div {

    private final transient Consumer<F> changed;
    private final Div chips = new Div();
    private transient F filter;

    /// @param filter what the fields show at first
    /// @param changed told what the reader has chosen
    protected FilterBar(F filter, Consumer<F> changed) {
        this.filter = filter;
        this.changed = changed;
        addClassName("choices");
        chips.addClassName("chips");
        add(chips);
    }

    /// Shows another filter: the one that the reader's next change starts from.
    public final void show(F present) {
        filter = present;
        chips.removeAll();
        fill(present);
    }

    /// Puts a filter into the fields, and into chips.
    protected abstract void fill(F present);

    /// @param without the page without that filter
    protected final void chip(String words, String without) {
        chips.add(new Chip(words, without));
    }

    /// @param hint what stands in the empty field
    protected final TextField words(String name, String hint, BiFunction<F, String, F> narrowed) {
        TextField field = new TextField();
        field.setPlaceholder(hint);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return told(name, field, narrowed);
    }

    /// A field for words that are looked for in what the list shows.
    protected final TextField search(String what, BiFunction<F, String, F> narrowed) {
        TextField field = words(what, what, narrowed);
        field.setPrefixComponent(new Icon(Symbol.SEARCH));
        return field;
    }

    protected final <T> Select<T> one(
            String name, T[] values, Function<T, String> words, BiFunction<F, T, F> narrowed) {
        Select<T> field = new Select<>();
        field.setItems(values);
        field.setItemLabelGenerator(words::apply);
        return told(name, field, narrowed);
    }

    /// A field for one of some words, or for none of them.
    protected final ComboBox<String> any(String name, BiFunction<F, @Nullable String, F> narrowed) {
        ComboBox<String> field = new ComboBox<>();
        field.setPlaceholder("Any " + name.toLowerCase(Locale.ROOT));
        field.setClearButtonVisible(true);
        return told(name, field, narrowed);
    }

    /// A field for one of many, of whom those are offered that fit what is typed. Other words may be typed too.
    ///
    /// @param meant tells what such words mean
    protected final <T> ComboBox<T> found(
            String name,
            String hint,
            CallbackDataProvider.FetchCallback<T, String> offered,
            Function<String, T> meant,
            BiFunction<F, @Nullable T, F> narrowed) {
        ComboBox<T> field = new ComboBox<>();
        field.setPlaceholder(hint);
        field.setClearButtonVisible(true);
        field.setItems(offered);
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(
                typed -> changed.accept(narrowed.apply(filter, meant.apply(typed.getDetail()))));
        return told(name, field, narrowed);
    }

    private <V extends @Nullable Object, C extends AbstractField<C, V> & HasAriaLabel> C told(
            String name, C field, BiFunction<F, V, F> narrowed) {
        field.setAriaLabel(name);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(narrowed.apply(filter, change.getValue()));
            }
        });
        addComponentAtIndex((int) getChildren().count() - 1, field);
        return field;
    }
}
