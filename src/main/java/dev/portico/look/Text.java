package dev.portico.look;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

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

    /// What is only heard: a name for what stands there without words.
    public static Text unseen(String words) {
        return new Text("for-screen-readers", words);
    }

    /// A path or address, which may break after its slashes.
    public static Text path(String path) {
        Text text = new Text("mono", "");
        int from = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
            text.add(path.substring(from, slash + 1));
            text.getElement().appendChild(new Element("wbr"));
            from = slash + 1;
        }
        text.add(path.substring(from));
        return text;
    }

    /// The same words with further style classes.
    public Text styled(String... classNames) {
        addClassNames(classNames);
        return this;
    }
}
