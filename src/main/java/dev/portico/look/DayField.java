package dev.portico.look;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.Locale;

/// Asks for a day, written as days are everywhere in the portal: `3 Dec 2026`. Also takes `2026-12-03`.
public final class DayField extends DatePicker {

    private static final int MONDAY = 1;

    public DayField(String label) {
        super(label);
        setLocale(Locale.UK);
        setI18n(new DatePickerI18n()
                .setDateFormats("d MMM yyyy", "yyyy-MM-dd", "dd/MM/yyyy")
                .setFirstDayOfWeek(MONDAY));
    }
}
