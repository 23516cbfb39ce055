package dev.portico.access.ui.policy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.portico.access.Policies;
import dev.portico.access.PolicyExchange;
import dev.portico.access.PolicyExchange.Imported;
import dev.portico.access.PolicySummary;
import dev.portico.access.Readers;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/// Takes a policy in from YAML, or what Red Hat's RBAC plugin keeps, into the draft that is worked on, or into a new
/// one.
final class ImportDialog {

    private static final int LARGEST = 4_000_000;

    private final Policies policies;
    private final PolicyExchange exchange;
    private final Readers readers;
    private final IntConsumer opened;
    private final Select<Form> form = new Select<>();
    private final TextArea text = new TextArea();
    private final TextArea conditions = new TextArea("Conditional policies (YAML)");
    private final Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> took(bytes)));
    private final Div outcome = new Div();
    private final Dialog dialog = new Dialog();

    /// What is taken in.
    private enum Form {
        YAML("Roles as YAML, in place of those of the draft"),
        RBAC("Red Hat RBAC: Casbin CSV and conditional policies, added to the draft");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    /// @param opened told the number of the draft that it went into
    ImportDialog(Policies policies, PolicyExchange exchange, Readers readers, IntConsumer opened) {
        this.policies = policies;
        this.exchange = exchange;
        this.readers = readers;
        this.opened = opened;
        form.setLabel("What");
        form.setItems(Form.values());
        form.setItemLabelGenerator(each -> each.words);
        form.setValue(Form.YAML);
        form.addValueChangeListener(change -> look());
        text.addClassName("code-area");
        conditions.addClassName("code-area");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setDropLabel(new Span("Drop a file here, or paste its text below"));
        upload.setUploadButton(new Button("Choose a file…"));
        outcome.getElement().setAttribute("role", "alert");
        look();
    }

    void open(PolicyWork work) {
        dialog.setHeaderTitle("Import into "
                + (work.draft() == null
                        ? "a new draft"
                        : "draft " + work.draft().number()));
        dialog.addClassNames("form-dialog", "wide");
        Div content = new Div(form, upload, text, conditions, outcome);
        content.addClassName("col");
        dialog.add(content);
        dialog.getFooter()
                .add(
                        Actions.quiet("Close", dialog::close),
                        Actions.primary("Import", Symbol.UPLOAD, () -> tried(work)));
        dialog.open();
    }

    private void look() {
        boolean rbac = form.getValue() == Form.RBAC;
        conditions.setVisible(rbac);
        text.setLabel(rbac ? "Policies (Casbin CSV)" : "Roles (YAML)");
    }

    private void took(byte[] bytes) {
        text.setValue(new String(bytes, StandardCharsets.UTF_8));
    }

    private void tried(PolicyWork work) {
        outcome.removeAll();
        try {
            Reader reader = readers.current();
            PolicySummary draft = work.draft() == null
                    ? policies.draft(reader, null, "Imported by " + reader.name())
                    : policies.policy(reader, work.draft().number()).summary();
            try {
                take(reader, draft);
            } catch (Refusal refused) {
                if (work.draft() == null) {
                    policies.discard(reader, draft.number(), draft.version());
                }
                throw refused;
            }
        } catch (Refusal.InvalidInput | Refusal.Conflict | Refusal.Forbidden | Refusal.NotFound refused) {
            outcome.add(new Note(State.FAILED, "Nothing was taken in").say(refused.reason()));
        }
    }

    private void take(Reader reader, PolicySummary draft) {
        if (form.getValue() == Form.YAML) {
            exchange.take(reader, draft.number(), draft.version(), text.getValue());
            dialog.close();
            opened.accept(draft.number());
        } else {
            Imported imported =
                    exchange.takeRbac(reader, draft.number(), draft.version(), text.getValue(), conditions.getValue());
            outcome.add(new ImportReport(imported, () -> {
                dialog.close();
                opened.accept(draft.number());
            }));
        }
    }
}
