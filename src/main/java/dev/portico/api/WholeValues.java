package dev.portico.api;

import java.beans.PropertyEditor;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.beans.propertyeditors.StringArrayPropertyEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/// Leaves parameters whole that may be given several times: `owner=Fares, EU` is one value, and two are two
/// parameters.
@ControllerAdvice
final class WholeValues {

    @InitBinder
    void whole(WebDataBinder binder) {
        // No text of a parameter that is of any use has the separator.
        binder.registerCustomEditor(String[].class, new StringArrayPropertyEditor("\0"));
        binder.registerCustomEditor(Set.class, whole(LinkedHashSet.class));
        binder.registerCustomEditor(List.class, whole(List.class));
    }

    @SuppressWarnings("rawtypes") // as the editor has it
    private static PropertyEditor whole(Class<? extends Collection> type) {
        return new CustomCollectionEditor(type) {
            @Override
            public void setAsText(String text) {
                setValue(text.isEmpty() ? List.of() : List.of(text));
            }
        };
    }
}
