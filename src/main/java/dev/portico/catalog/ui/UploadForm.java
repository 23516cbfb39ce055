package dev.portico.catalog.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import dev.portico.access.Readers;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Attempt;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Files from the reader's own disk. What is uploaded replaces what the source of that name held before.
final class UploadForm extends Div {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int MOST = 50;

    private final transient Sources sources;
    private final transient Readers readers;
    private final transient Map<String, DescriptorUpload> files = new LinkedHashMap<>();
    private final TextField name = new TextField("Name of the source");
    private final transient RegisterView.Preview preview;
    private final SpaceField space;
    private final Button look;

    UploadForm(String known, Sources sources, Readers readers, RegisterView.Preview preview) {
        this.sources = sources;
        this.readers = readers;
        this.preview = preview;
        this.space = new SpaceField(sources, readers.current());
        addClassNames("card", "form");
        look = Actions.primary("Preview", Symbol.EYE, this::ask);
        name.setValue(known);
        name.setReadOnly(!known.isEmpty());
        name.setManualValidation(true);
        name.addValueChangeListener(change -> changed());
        space.addValueChangeListener(change -> changed());
        space.setVisible(space.isVisible() && known.isEmpty());
        name.setHelperText("An upload under the same name replaces what was uploaded before.");
        Row foot = Row.line(look, Text.hint("Writes nothing.").styled("small")).styled("wrap");
        add(upload(), name, space, foot);
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory((metadata, bytes) -> take(metadata.fileName(), bytes)));
        upload.setAcceptedFileExtensions(".yaml", ".yml", ".json");
        upload.setMaxFiles(MOST);
        upload.setMaxFileSize(LARGEST);
        upload.setDropLabel(new Span("Drop YAML or JSON files here, at most 10 MB each"));
        upload.setUploadButton(new Button("Choose files…"));
        upload.addFileRemovedListener(removed -> {
            files.remove(removed.getFileName());
            changed();
        });
        return upload;
    }

    private void take(String fileName, byte[] bytes) {
        files.put(fileName, new DescriptorUpload(fileName, bytes));
        changed();
        if (name.isEmpty()) {
            Attempt.on(name, () -> sources.suggestName(fileName, readers.current()))
                    .ifPresent(name::setValue);
        }
    }

    private void changed() {
        look.setThemeVariant(ButtonVariant.PRIMARY, true);
        preview.forget();
    }

    private void ask() {
        name.setInvalid(name.isEmpty() || files.isEmpty());
        name.setErrorMessage(files.isEmpty() ? "Choose at least one file first." : "Give the source a name.");
        if (name.isInvalid()) {
            return;
        }
        List<DescriptorUpload> uploads = List.copyOf(files.values());
        String source = name.getValue().strip();
        look.setThemeVariant(ButtonVariant.PRIMARY, false);
        Reader reader = readers.current();
        @Nullable String within = space.isVisible() ? space.space() : null;
        preview.show(() -> sources.preview(source, within, uploads, reader), () -> {
            sources.upload(source, within, uploads, readers.current());
            return source;
        });
    }
}
