package dev.portico.catalog.internal.descriptor;

import dev.portico.catalog.Problem;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// Prints what became of documents, for people or as JSON Lines.
public final class ValidationReport {

    private final PrintStream out;
    private final boolean json;
    private int documents;
    private int refused;
    private int files;
    private int refusedLinks;
    private int passedOver;
    private boolean headed;

    /// @param json one JSON object a document, instead of text for people
    public ValidationReport(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /// Announces the file that the next documents come from.
    public void file() {
        files++;
        headed = false;
    }

    /// Prints one document.
    public void document(Path file, DescriptorDocument document) {
        documents++;
        if (!document.valid()) {
            refused++;
        }
        if (json) {
            out.println(line(file, document));
        } else {
            people(file, document);
        }
    }

    /// Prints why a file that was found is not read. As JSON it is an object like those of documents: `valid` is false
    /// where it is refused and null where it is passed over.
    public void leftOut(DescriptorFiles.Found found) {
        boolean bad = found.use() == DescriptorFiles.Use.REFUSED;
        if (bad) {
            refusedLinks++;
        } else {
            passedOver++;
        }
        if (json) {
            StringBuilder line = new StringBuilder("{\"file\":");
            JsonText.string(line, found.file().toString());
            line.append(",\"document\":0,\"line\":0,\"kind\":null,\"ref\":null,\"valid\":")
                    .append(bad ? "false" : "null");
            text(line, "stage", "source");
            text(line, "message", found.why());
            out.println(line.append(",\"relations\":[]}"));
        } else {
            out.println(Printable.of(found.file().toString()));
            out.println("  " + (bad ? "error" : "passed over") + "  " + Printable.of(found.why()) + "  [source]");
        }
        headed = false;
    }

    /// Whether every document was good, and nothing was refused that should have been read.
    public boolean allGood() {
        return refused + refusedLinks == 0;
    }

    /// Prints the sum, for people.
    public void end() {
        if (!json) {
            out.println(documents + (documents == 1 ? " entity in " : " entities in ") + files
                    + (files == 1 ? " file: " : " files: ") + (documents - refused) + " valid, " + refused
                    + " refused" + links(refusedLinks, " refused") + links(passedOver, " passed over"));
        }
        out.flush();
    }

    private static String links(int count, String what) {
        return count == 0 ? "" : "; " + count + (count == 1 ? " link" : " links") + what;
    }

    private void people(Path file, DescriptorDocument document) {
        if (document.problems().isEmpty()) {
            return;
        }
        if (!headed) {
            out.println(Printable.of(file.toString()));
            headed = true;
        }
        for (Problem problem : document.problems()) {
            String severity = problem.severity() == Problem.Severity.ERROR ? "error" : "warning";
            out.println("  " + problem.line() + ":" + problem.column() + "  " + severity + "  "
                    + Printable.of(problem.message()) + "  [" + problem.stage() + "]");
            String allowed = problem.allowed().isEmpty() ? "" : "Allowed: " + problem.allowed() + ". ";
            out.println("      " + Printable.of(allowed + problem.remedy()));
        }
    }

    private static String line(Path file, DescriptorDocument document) {
        StringBuilder line = new StringBuilder("{\"file\":");
        JsonText.string(line, file.toString());
        line.append(",\"document\":").append(document.index());
        line.append(",\"line\":").append(document.line());
        text(line, "kind", document.kind());
        text(line, "ref", document.ref() == null ? null : document.ref().toString());
        line.append(",\"valid\":").append(document.valid());
        text(line, "stage", document.valid() ? null : stage(document.stage()));
        text(line, "message", message(document));
        line.append(",\"relations\":[");
        String before = "";
        DescriptorEntity entity = document.entity();
        for (String relation : entity == null ? List.<String>of() : entity.relations()) {
            line.append(before);
            JsonText.string(line, relation);
            before = ",";
        }
        return line.append("]}").toString();
    }

    /// The stages that the format's own judgement tells apart.
    private static String stage(Stage stage) {
        return stage == Stage.PLACEHOLDERS ? Stage.ENVELOPE.text() : stage.text();
    }

    private static @org.jspecify.annotations.Nullable String message(DescriptorDocument document) {
        for (Problem problem : document.problems()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                return problem.message() + " " + problem.remedy();
            }
        }
        return null;
    }

    private static void text(StringBuilder line, String key, @org.jspecify.annotations.Nullable String value) {
        line.append(",\"").append(key).append("\":");
        JsonText.value(line, value, false);
    }
}
