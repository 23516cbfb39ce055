package dev.portico.catalog.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.portico.access.Readers;
import dev.portico.catalog.SourceDefinition;
import dev.portico.catalog.Sources;
import dev.portico.kernel.Reader;
import dev.portico.look.Actions;
import dev.portico.look.Attempt;
import dev.portico.look.Row;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where to read: one field that takes anything, and a few more for those who want to say it exactly.
final class AddressForm extends Div {

    private static final List<String> TYPES = List.of("file", "folder", "glob", "url", "git");
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ZERO);

    private final transient Sources sources;
    private final transient Readers readers;
    private final TextField target = new TextField("Address");
    private final TextField name = new TextField("Name");
    private final Select<String> type = new Select<>();
    private final Select<Duration> every = new Select<>();
    private final TextField branch = new TextField("Branch");
    private final TextField pattern = new TextField("Which files");
    private final TextField secret = new TextField("Secret");
    private final SpaceField space;
    private final Button look;
    private boolean filling;

    /// @param typed what stands in the form at first; may be empty
    AddressForm(String typed, Sources sources, Readers readers, RegisterView.Preview preview) {
        this.sources = sources;
        this.readers = readers;
        this.space = new SpaceField(sources, readers.current());
        this.look = Actions.primary("Preview", Symbol.EYE, () -> ask(preview));
        addClassNames("card", "form");
        describe();
        Stream.<HasValue<?, ?>>of(target, name, type, every, branch, pattern, secret, space)
                .forEach(field -> field.addValueChangeListener(change -> {
                    look.setThemeVariant(ButtonVariant.PRIMARY, true);
                    preview.forget();
                }));
        Details more = new Details("More", new Div(pattern, secret));
        more.addClassName("more");
        Text hint = Text.hint("Reads the address now and writes nothing.").styled("small");
        target.setValue(typed);
        add(
                target,
                Row.line(type, branch, name, every).styled("fields"),
                space,
                more,
                Row.line(look, hint).styled("wrap"));
    }

    private void describe() {
        target.setPlaceholder("/srv/descriptors, https://…/catalog-info.yaml or https://…/repository.git");
        target.setHelperText("A path on this server, a web address, or a Git repository.");
        target.setRequiredIndicatorVisible(true);
        target.setManualValidation(true);
        target.addValueChangeListener(change -> {
            if (!filling) {
                suggest();
            }
        });
        name.setManualValidation(true);
        type.setLabel("Type");
        type.setItemLabelGenerator(AddressForm::typeWord);
        type.setItems(TYPES);
        type.addValueChangeListener(change -> offerBranch("git".equals(change.getValue())));
        type.setValue("folder");
        every.setLabel("Read again");
        every.setItemLabelGenerator(SourceWords::every);
        every.setItems(PAUSES);
        every.setValue(Duration.ofMinutes(5));
        branch.setPlaceholder("The default");
        branch.setVisible(false);
        pattern.setHelperText("For folders and repositories.");
        secret.setHelperText("The name of a secret: source.HOST, such as source.git.example.com.");
    }

    /// Fills in what the address leaves open.
    private void suggest() {
        Attempt.on(target, () -> sources.suggest(target.getValue(), readers.current()))
                .ifPresent(suggested -> {
                    filling = true;
                    fill(suggested);
                    filling = false;
                });
    }

    /// The target alone may say something else than what was typed, such as a repository's path without its `git:`.
    private void fill(SourceDefinition suggested) {
        type.setValue(suggested.type());
        name.setValue(suggested.name());
        target.setValue(suggested.target());
        branch.setValue(Objects.requireNonNullElse(suggested.branch(), ""));
        pattern.setValue(Objects.requireNonNullElse(suggested.pattern(), ""));
        offer(suggested.every());
    }

    /// Only a repository has branches.
    private void offerBranch(boolean offered) {
        branch.setVisible(offered);
        if (!offered) {
            branch.clear();
        }
    }

    private void offer(Duration pause) {
        if (!PAUSES.contains(pause)) {
            List<Duration> pauses = new ArrayList<>(PAUSES);
            pauses.addFirst(pause);
            every.setItems(pauses);
        }
        every.setValue(pause);
    }

    private void ask(RegisterView.Preview preview) {
        if (name.isEmpty()) {
            Attempt.on(target, () -> sources.suggest(target.getValue(), readers.current()))
                    .ifPresent(suggested -> name.setValue(suggested.name()));
        }
        if (name.isEmpty() || target.isInvalid()) {
            return;
        }
        look.setThemeVariant(ButtonVariant.PRIMARY, false);
        SourceDefinition definition = new SourceDefinition(
                name.getValue().strip(),
                type.getValue(),
                target.getValue().strip(),
                said(branch),
                said(pattern),
                said(secret),
                every.getValue(),
                space.space());
        Reader reader = readers.current();
        preview.show(() -> sources.preview(definition, reader), () -> {
            sources.register(definition, readers.current());
            return definition.name();
        });
    }

    private static @Nullable String said(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private static String typeWord(String type) {
        return switch (type) {
            case "url" -> "Web address";
            case "git" -> "Git repository";
            case "glob" -> "Paths with *";
            default -> Words.capital(type);
        };
    }
}
