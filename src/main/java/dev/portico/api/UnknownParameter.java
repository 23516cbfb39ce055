package dev.portico.api;

import java.util.Set;
import java.util.TreeSet;

/// A parameter in the address that the call does not know.
final class UnknownParameter extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 60;

    private final String parameter;
    private final String known;

    UnknownParameter(String parameter, Set<String> known) {
        super("an unknown parameter");
        this.parameter = parameter.length() > LONGEST ? parameter.substring(0, LONGEST) + "…" : parameter;
        this.known = String.join(", ", new TreeSet<>(known));
    }

    Problem.Misfit misfit() {
        return new Problem.Misfit(
                parameter,
                "query",
                known.isEmpty()
                        ? "is not known here; this call takes no parameters"
                        : "is not known here; this call knows " + known);
    }
}
