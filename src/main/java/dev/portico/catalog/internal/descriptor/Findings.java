package dev.portico.catalog.internal.descriptor;

import dev.portico.catalog.Problem;
import dev.portico.kernel.EntityRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The problems of one document, gathered while it passes the stages.
final class Findings {

    /// More than these about one document help nobody.
    private static final int MOST = 50;

    private final String location;
    private final int document;
    private final List<Problem> problems = new ArrayList<>(0);
    private @Nullable EntityRef ref;
    private @Nullable Stage failed;

    Findings(String location, int document) {
        this.location = location;
        this.document = document;
    }

    /// Names the entity that everything found from now on is about.
    void about(EntityRef entity) {
        this.ref = entity;
    }

    @Nullable
    EntityRef ref() {
        return ref;
    }

    List<Problem> problems() {
        return problems;
    }

    /// The stage of the first error, or null while there is none.
    @Nullable
    Stage failed() {
        return failed;
    }

    boolean good() {
        return failed == null;
    }

    void error(Stage stage, long place, String field, String message, String found, String allowed, String remedy) {
        if (failed == null) {
            failed = stage;
        }
        add(Problem.Severity.ERROR, stage, place, field, message, found, allowed, remedy);
    }

    void warning(Stage stage, long place, String field, String message, String found, String allowed, String remedy) {
        add(Problem.Severity.WARNING, stage, place, field, message, found, allowed, remedy);
    }

    private void add(
            Problem.Severity severity,
            Stage stage,
            long place,
            String field,
            String message,
            String found,
            String allowed,
            String remedy) {
        if (problems.size() < MOST) {
            problems.add(new Problem(
                    severity,
                    stage.text(),
                    location,
                    document,
                    Place.line(place),
                    Place.column(place),
                    field,
                    ref,
                    message,
                    found,
                    allowed,
                    remedy));
        }
    }

    /// A field that has to be there and is not.
    void missing(Stage stage, long place, String field, String allowed) {
        error(
                stage,
                place,
                field,
                "The field " + field + " is missing.",
                "",
                allowed,
                "Add " + field + ": " + allowed + ".");
    }

    /// A field that holds something of the wrong type.
    void wrongType(Stage stage, long place, String field, @Nullable Object value, String allowed) {
        String found = Excerpt.value(value);
        error(
                stage,
                place,
                field,
                "The field " + field + " has to be " + allowed + ", but is " + found + ".",
                found,
                allowed,
                TypeAdvice.remedy(field, value, allowed));
    }
}
