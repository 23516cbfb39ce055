package dev.portico.catalog.internal.trace;

import dev.portico.catalog.Problem;
import dev.portico.catalog.SourceHealth;
import dev.portico.catalog.TraceFinding;
import dev.portico.catalog.internal.store.SourcedProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What sources and their problems mean for a trace.
final class SourceSteps {

    private SourceSteps() {}

    /// How a source is doing.
    static TraceFinding state(SourceHealth source) {
        return switch (source.state()) {
            case NEW, RUNNING -> new TraceFinding.Waiting(source);
            case FAILING -> new TraceFinding.Failing(source);
            case HEALTHY, PROBLEMS -> new TraceFinding.Current(source);
        };
    }

    /// Whether the source cannot have brought everything that it should.
    static boolean behind(SourceHealth source) {
        return !state(source).good();
    }

    /// What was refused, for a reader who may see sources.
    static List<TraceFinding> refusals(List<SourcedProblem> problems) {
        return problems.stream()
                .map(found -> refusal(found.problem(), found.source()))
                .toList();
    }

    static TraceFinding refusal(Problem problem, @Nullable String source) {
        return problem.stage().equals("conflict")
                ? new TraceFinding.Conflict(problem, source)
                : new TraceFinding.Refused(problem, source);
    }
}
