package dev.portico.catalog.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.EntityRef;
import dev.portico.look.EntityLink;
import dev.portico.look.KindTile;
import dev.portico.look.KindWords;
import dev.portico.look.RelativeTime;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Words;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How the cells of the list are drawn: as templates in the browser, so that a row costs the server a few strings.
final class EntityCells {

    private static final String NAME = """
            <span class="entity-cell">
              <span class="tile ${item.tile}" aria-hidden="true"><svg class="i"><use href="${item.sign}"></use></svg></span>
              <span class="words">
                <span class="first"><a href="${item.address}">${item.label}</a>${item.badge
                  ? html`<span class="badge ${item.state}"><svg class="i"><use href="${item.mark}"></use></svg>${item.badge}</span>`
                  : ''}</span>
                <span class="second">${item.description}</span>
              </span>
              <span class="aside">${item.type}</span>
            </span>""";

    private static final String STAR = """
            <button class="row-star" type="button" tabindex="-1" aria-pressed="${item.starred}"
              aria-label="Star ${item.label}" title="${item.starred ? 'Take the star away' : 'Star'}"
              @click="${event => { event.preventDefault(); toggle(); }}"
            ><svg class="i"><use href="${item.sign}"></use></svg></button>""";

    private static final String NONE = "None";

    private EntityCells() {}

    /// Tile, name, what is wrong, and the description on a second line.
    static Renderer<EntitySummary> name() {
        return LitRenderer.<EntitySummary>of(NAME)
                .withProperty("tile", row -> KindTile.className(row.kind(), row.type()))
                .withProperty(
                        "sign", row -> KindTile.symbol(row.kind(), row.type()).address())
                .withProperty("address", row -> EntityLink.address(row.ref()))
                .withProperty("label", EntitySummary::label)
                .withProperty("badge", EntityCells::badge)
                .withProperty("state", row -> state(row).className())
                .withProperty("mark", row -> state(row).symbol().address())
                .withProperty("description", EntityCells::description)
                .withProperty("type", EntityCells::type);
    }

    /// A star to be switched on and off.
    static Renderer<EntitySummary> star(RowStars stars, SerializableConsumer<EntitySummary> toggle) {
        return LitRenderer.<EntitySummary>of(STAR)
                .withProperty("starred", stars::has)
                .withProperty("label", EntitySummary::label)
                .withProperty("sign", row -> Symbol.STAR.address())
                .withFunction("toggle", toggle);
    }

    /// Words in second ink, or in third where they stand for nothing.
    static Renderer<EntitySummary> words(ValueProvider<EntitySummary, String> words) {
        return LitRenderer.<EntitySummary>of("<span class=\"clip ${item.ink}\">${item.words}</span>")
                .withProperty("words", words)
                .withProperty("ink", row -> words.apply(row).equals(NONE) ? "hint" : "second");
    }

    /// The title of another entity with its ref as a hint.
    static Renderer<EntitySummary> named(
            Function<EntitySummary, @Nullable EntityRef> other, Function<EntityRef, String> title) {
        return LitRenderer.<EntitySummary>of(
                        "<span class=\"clip ${item.ink}\" title=\"${item.ref}\">${item.words}</span>")
                .withProperty("words", row -> said(other.apply(row), title))
                .withProperty("ref", row -> said(other.apply(row), EntityRef::toString))
                .withProperty("ink", row -> other.apply(row) == null ? "hint" : "second");
    }

    private static String said(@Nullable EntityRef ref, Function<EntityRef, String> words) {
        return ref == null ? NONE : words.apply(ref);
    }

    /// How long ago the entity changed.
    static Renderer<EntitySummary> updated() {
        return LitRenderer.<EntitySummary>of("<time class=\"hint\" title=\"${item.exact}\">${item.age}</time>")
                .withProperty("age", row -> RelativeTime.words(row.updated(), Instant.now()))
                .withProperty("exact", row -> RelativeTime.exact(row.updated()));
    }

    /// The type, or the kind where there is none.
    static String type(EntitySummary row) {
        return KindWords.type(row.type().isEmpty() ? row.kind() : row.type());
    }

    private static String description(EntitySummary row) {
        return row.description().isEmpty() ? row.ref().toString() : row.description();
    }

    private static String badge(EntitySummary row) {
        if (row.problems() > 0) {
            return Words.count(row.problems(), "problem", "problems");
        }
        return row.orphan() ? "Orphan" : "";
    }

    private static State state(EntitySummary row) {
        return State.ofErrors(row.errors());
    }
}
