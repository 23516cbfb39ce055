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
import dev.portico.access.PolicyExchange.Finding.Outcome;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Takes a policy in from YAML, or what Red Hat's RBAC plugin keeps, into one of the drafts, or into a new one.
final class ImportDialog {

    private static final int LARGEST = 4_000_000;

    /// In place of the number of a draft: one that is begun for it.
    private static final int ANEW = 0;

    private final Policies policies;
    private final PolicyExchange exchange;
    private final Readers readers;
    private final IntConsumer opened;
    private final Select<Integer> into = new Select<>();
    private final Select<Form> form = new Select<>();
    private final TextArea text = new TextArea();
    private final TextArea conditions = new TextArea("Conditional policies (YAML)");
    private final Upload upload =
            new Upload(UploadHandler.inMemory((metadata, bytes) -> took(metadata.fileName(), bytes)));
    private final Div outcome = new Div();
    private final Dialog dialog = new Dialog();
    private final Button close = Actions.quiet("Cancel", dialog::close);
    private final Button run = Actions.primary("Import", Symbol.UPLOAD, this::tried);

    /// The file whose text stands in the field, changed by hand or not; empty for none.
    private String file = "";

    /// The draft that something went into.
    private @Nullable Integer changed;

    /// A draft that was begun for this, in whose place another try begins its own.
    private @Nullable Integer begun;

    /// What is taken in.
    private enum Form {
        YAML("Roles as YAML, in place of those of the draft"),
        RBAC("Red Hat RBAC: Casbin CSV and conditional policies, added to the draft");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    /// @param drafts those that the reader may change
    /// @param opened told the number of the draft that it went into
    ImportDialog(
            Policies policies,
            PolicyExchange exchange,
            Readers readers,
            List<PolicySummary> drafts,
            IntConsumer opened) {
        this.policies = policies;
        this.exchange = exchange;
        this.readers = readers;
        this.opened = opened;
        into.setLabel("Into");
        List<Integer> numbers = new ArrayList<>(List.of(ANEW));
        drafts.forEach(draft -> numbers.add(draft.number()));
        into.setItems(numbers);
        into.setItemLabelGenerator(number -> number == ANEW
                ? "A new draft, begun with what is in force"
                : "Draft " + number + ": "
                        + drafts.get(numbers.indexOf(number) - 1).note());
        into.setValue(ANEW);
        form.setLabel("What");
        form.setItems(Form.values());
        form.setItemLabelGenerator(each -> each.words);
        form.setValue(Form.YAML);
        form.addValueChangeListener(change -> look());
        text.addClassName("code-area");
        text.addValueChangeListener(
                change -> file = change.isFromClient() && change.getValue().isBlank() ? "" : file);
        into.addValueChangeListener(change -> run.setEnabled(true));
        text.addValueChangeListener(change -> run.setEnabled(true));
        conditions.addValueChangeListener(change -> run.setEnabled(true));
        conditions.addClassName("code-area");
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setDropLabel(new Span("Drop a file here, or paste its text below"));
        upload.setUploadButton(new Button("Choose a file…"));
        outcome.getElement().setAttribute("role", "alert");
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                closed();
            }
        });
        look();
    }

    void open() {
        dialog.setHeaderTitle("Import roles");
        dialog.addClassNames("form-dialog", "wide");
        Div content = new Div(into, form, upload, text, conditions, outcome);
        content.addClassName("col");
        dialog.add(content);
        dialog.getFooter().add(close, run);
        dialog.open();
    }

    private void look() {
        boolean rbac = form.getValue() == Form.RBAC;
        conditions.setVisible(rbac);
        text.setLabel(rbac ? "Policies (Casbin CSV)" : "Roles (YAML)");
    }

    private void took(String name, byte[] bytes) {
        file = name;
        text.setValue(new String(bytes, StandardCharsets.UTF_8));
    }

    private void tried() {
        outcome.removeAll();
        if (text.isEmpty() && (form.getValue() == Form.YAML || conditions.isEmpty())) {
            outcome.add(new Note(State.WARNING, "There is nothing to take in yet.")
                    .say("Choose a file, or paste its text."));
            return;
        }
        int number = into.getValue();
        try {
            Reader reader = readers.current();
            PolicySummary draft = number == ANEW
                    ? anew(reader)
                    : policies.policy(reader, number).summary();
            take(reader, draft);
        } catch (Refusal.InvalidInput | Refusal.Conflict | Refusal.Forbidden | Refusal.NotFound refused) {
            if (number == ANEW) {
                giveUp();
            }
            String from = file.isEmpty() ? "" : " from " + file;
            outcome.add(new Note(State.FAILED, "Nothing was taken in" + from).say(refused.reason()));
        }
    }

    /// A draft for what is taken in, in place of the one of the try before.
    private PolicySummary anew(Reader reader) {
        giveUp();
        PolicySummary draft = policies.draft(reader, null, "Imported by " + reader.name());
        begun = draft.number();
        return draft;
    }

    private void take(Reader reader, PolicySummary draft) {
        if (form.getValue() == Form.YAML) {
            exchange.take(reader, draft.number(), draft.version(), text.getValue());
            open(draft.number());
        } else {
            Imported imported =
                    exchange.takeRbac(reader, draft.number(), draft.version(), text.getValue(), conditions.getValue());
            boolean nothing = imported.findings().stream().noneMatch(finding -> finding.outcome() == Outcome.TAKEN);
            if (nothing && draft.number() == Objects.requireNonNullElse(begun, ANEW)) {
                giveUp();
                outcome.add(new ImportReport(imported, null));
            } else {
                changed = draft.number();
                close.setText("Close");
                run.setEnabled(false);
                outcome.add(new ImportReport(imported, () -> open(draft.number())));
            }
            outcome.scrollIntoView();
        }
    }

    private void open(int draft) {
        changed = draft;
        dialog.close();
    }

    /// Nothing of what was typed and sent is kept; the draft that something went into stays.
    private void closed() {
        begun = null;
        file = "";
        upload.clearFileList();
        text.clear();
        conditions.clear();
        if (changed != null) {
            opened.accept(changed);
            changed = null;
        }
    }

    private void giveUp() {
        Integer number = begun;
        begun = null;
        changed = null;
        if (number == null) {
            return;
        }
        try {
            Reader reader = readers.current();
            policies.discard(
                    reader, number, policies.policy(reader, number).summary().version());
        } catch (Refusal.NotFound | Refusal.Conflict _) {
            // Somebody else has discarded, published or changed it meanwhile: it is theirs now.
        }
    }
}
