package dev.portico.look;

import com.vaadin.flow.component.html.Span;

/// Words in one of the few voices that the look knows.
public final class Text extends Span {

    private Text(String className, String words) {
        super(words);
        addClassName(className);
    }

    /// Second ink: what explains.
    public static Text second(String words) {
        return new Text("second", words);
    }

    /// Third ink: units, ages, hints.
    public static Text hint(String words) {
        return new Text("hint", words);
    }

    /// What software wrote: references, permissions, facts.
    public static Text mono(String words) {
        return new Text("mono", words);
    }

    /// A path or address, which may break after its slashes.
    public static Text path(String path) {
        Text text = new Text("mono", "");
        text.getElement().setProperty("innerHTML", CodeBlock.escaped(path).replace("/", "/<wbr>"));
        return text;
    }

    /// The same words with further style classes.
    public Text styled(String... classNames) {
        addClassNames(classNames);
        return this;
    }
}
