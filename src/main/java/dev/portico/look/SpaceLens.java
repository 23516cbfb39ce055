package dev.portico.look;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import dev.portico.kernel.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The space that a page looks at. Lists, counts and what is found are narrowed to what belongs to it; it opens nothing
/// that is closed without it. Any thread may look through it.
public final class SpaceLens {

    private volatile @Nullable String space;

    private SpaceLens() {}

    /// That of a page. It looks at everything until it is pointed at a space.
    public static SpaceLens of(UI ui) {
        SpaceLens lens = ComponentUtil.getData(ui, SpaceLens.class);
        if (lens == null) {
            lens = new SpaceLens();
            ComponentUtil.setData(ui, SpaceLens.class, lens);
        }
        return lens;
    }

    /// The space it looks at; empty for all.
    public Optional<String> space() {
        return Optional.ofNullable(space);
    }

    /// Points it at a space.
    ///
    /// @param name the space's name; null for all
    public void look(@Nullable String name) {
        space = name;
    }

    /// Whoever reads, narrowed to the space. For reading what the page shows, and for nothing else: rights that do not
    /// depend on a space are not held by the answer.
    public Reader through(Reader reader) {
        String name = space;
        return name == null ? reader : reader.within(name);
    }
}
