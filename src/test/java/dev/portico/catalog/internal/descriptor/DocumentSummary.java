package dev.portico.catalog.internal.descriptor;

import dev.portico.catalog.Problem;

/// What became of a document, on one line, as the table of hand-written cases states it.
final class DocumentSummary {

    private DocumentSummary() {}

    static String of(DescriptorDocument document) {
        StringBuilder summary = new StringBuilder().append(document.index()).append(' ');
        summary.append(document.stage().text());
        DescriptorEntity entity = document.entity();
        if (entity != null) {
            summary.append(' ').append(entity.ref());
            for (Edge edge : entity.edges()) {
                summary.append("; ").append(edge.source()).append(' ');
                summary.append(edge.type().forward()).append(' ').append(edge.target());
            }
        }
        for (Problem problem : document.problems()) {
            boolean error = problem.severity() == Problem.Severity.ERROR;
            if (!error || problem.equals(document.problems().getFirst())) {
                summary.append(error ? " " : " !").append(problem.field().isEmpty() ? "-" : problem.field());
                summary.append(' ').append(problem.line()).append(':').append(problem.column());
            }
        }
        return summary.toString();
    }
}
