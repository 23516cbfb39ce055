package dev.portico.catalog.internal.descriptor;

import dev.portico.catalog.Problem;
import java.util.List;
import java.util.function.Consumer;

/// Reads the documents of a descriptor, one at a time.
///
/// Thread-safe; a reader holds nothing but its settings.
public final class DescriptorReader {

    private final DescriptorLimits limits;
    private final DescriptorRules rules;

    public DescriptorReader(DescriptorLimits limits, DescriptorRules rules) {
        this.limits = limits;
        this.rules = rules;
    }

    /// Reads a file of YAML or JSON and hands over each document that holds something, in the order of the file.
    ///
    /// A document that is broken is handed over with its problems, and reading goes on with the next one. Memory is
    /// that of the largest document, not of the file. Throws nothing on account of the content.
    ///
    /// @param content      the bytes of the file, UTF-8
    /// @param origin       where it comes from
    /// @param placeholders answers `$text` and its kin
    /// @param sink         takes the documents; what it throws ends the reading
    public void read(
            byte[] content,
            DescriptorOrigin origin,
            PlaceholderSource placeholders,
            Consumer<DescriptorDocument> sink) {
        if (content.length > limits.fileBytes()) {
            sink.accept(tooMuch(origin, 0, 1, "The file", "file-bytes", limits.fileBytes() + " bytes"));
            return;
        }
        if (DocumentText.isUtf16(content)) {
            sink.accept(utf16(origin));
            return;
        }
        DocumentJudge judge = new DocumentJudge(limits, rules, origin, placeholders);
        DocumentSplitter documents = new DocumentSplitter(content, limits.lineBytes());
        while (documents.next()) {
            int index = documents.index();
            if (index == limits.documents()) {
                String allowed = limits.documents() + " documents";
                sink.accept(tooMuch(origin, index, documents.startLine(), "The file", "documents", allowed));
                return;
            }
            DescriptorDocument document = document(content, documents, origin, judge);
            if (document != null) {
                sink.accept(document);
            }
        }
    }

    private @org.jspecify.annotations.Nullable DescriptorDocument document(
            byte[] content, DocumentSplitter documents, DescriptorOrigin origin, DocumentJudge judge) {
        int index = documents.index();
        int line = documents.startLine();
        if (documents.end() - documents.start() > limits.documentBytes()) {
            return tooMuch(origin, index, line, "The document", "document-bytes", limits.documentBytes() + " bytes");
        }
        if (documents.longLine() > 0) {
            String allowed = limits.lineBytes() + " bytes";
            return tooMuch(origin, index, documents.longLine(), "The line", "line-bytes", allowed);
        }
        Findings findings = new Findings(origin.location(), index);
        DocumentText text = DocumentText.decode(content, documents.start(), documents.end());
        try {
            refuseMarkers(documents);
            DocumentParser.Root root = DocumentParser.parse(text.text(), line, limits);
            if (root.value() == null) {
                return null;
            }
            text.warn(line, findings);
            return judge.judge(root, index, findings);
        } catch (YamlFault e) {
            findings.error(Stage.YAML, e.place, "", e.text, e.found, e.allowed, e.remedy);
            text.warn(line, findings);
            return new DescriptorDocument(
                    index, text.firstLine(line), null, null, Stage.YAML, null, findings.problems());
        }
    }

    private static void refuseMarkers(DocumentSplitter documents) throws YamlFault {
        if (documents.lacksMarker()) {
            throw SyntaxAdvice.fault(
                    Place.of(documents.startLine(), 1), "directives have to be followed by a line ---");
        }
        if (documents.strayEnd()) {
            throw SyntaxAdvice.fault(Place.of(documents.startLine(), 1), "a line ... stands before any document");
        }
        if (documents.trailing()) {
            throw SyntaxAdvice.fault(
                    Place.of(documents.startLine(), 1), "something stands on the line of the ... marker");
        }
    }

    private static DescriptorDocument tooMuch(
            DescriptorOrigin origin, int index, int line, String what, String setting, String allowed) {
        Findings findings = new Findings(origin.location(), index);
        findings.error(
                Stage.YAML,
                Place.of(line, 1),
                "",
                what + " goes beyond the limit of " + allowed
                        + (setting.equals("documents") ? "; the rest is not read." : "."),
                "",
                "at most " + allowed,
                "Split it; an operator can raise portico.catalog.limits." + setting + ".");
        return broken(index, line, findings.problems());
    }

    private static DescriptorDocument utf16(DescriptorOrigin origin) {
        Findings findings = new Findings(origin.location(), 0);
        findings.error(
                Stage.YAML,
                Place.of(1, 1),
                "",
                "The file is not UTF-8 but UTF-16.",
                "UTF-16",
                "UTF-8",
                "Save it as UTF-8.");
        return broken(0, 1, findings.problems());
    }

    private static DescriptorDocument broken(int index, int line, List<Problem> problems) {
        return new DescriptorDocument(index, line, null, null, Stage.YAML, null, problems);
    }
}
