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
    static Renderer<EntityRef> name(RowsInHand hand) {
        return LitRenderer.<EntityRef>of(NAME)
                .withProperty("tile", ref -> tile(hand.of(ref)))
                .withProperty("sign", ref -> sign(hand.of(ref)))
                .withProperty("address", EntityLink::address)
                .withProperty("label", ref -> hand.of(ref).label())
                .withProperty("badge", ref -> badge(hand.of(ref)))
                .withProperty("state", ref -> state(hand.of(ref)).className())
                .withProperty("mark", ref -> state(hand.of(ref)).symbol().address())
                .withProperty("description", ref -> description(hand.of(ref)))
                .withProperty("type", ref -> type(hand.of(ref)));
    }

    private static String tile(EntitySummary row) {
        return KindTile.className(row.kind(), row.type());
    }

    private static String sign(EntitySummary row) {
        return KindTile.symbol(row.kind(), row.type()).address();
    }

    /// A star to be switched on and off.
    static Renderer<EntityRef> star(RowStars stars, RowsInHand hand, SerializableConsumer<EntityRef> toggle) {
        return LitRenderer.<EntityRef>of(STAR)
                .withProperty("starred", stars::has)
                .withProperty("label", ref -> hand.of(ref).label())
                .withProperty("sign", row -> Symbol.STAR.address())
                .withFunction("toggle", toggle);
    }

    /// Words in second ink, or in third where they stand for nothing.
    static Renderer<EntityRef> words(ValueProvider<EntityRef, String> words) {
        return LitRenderer.<EntityRef>of("<span class=\"clip ${item.ink}\">${item.words}</span>")
                .withProperty("words", words)
                .withProperty("ink", row -> words.apply(row).equals(NONE) ? "hint" : "second");
    }

    /// The title of another entity with its ref as a hint.
    static Renderer<EntityRef> named(
            Function<EntityRef, @Nullable EntityRef> other, Function<EntityRef, String> title) {
        return LitRenderer.<EntityRef>of("<span class=\"clip ${item.ink}\" title=\"${item.ref}\">${item.words}</span>")
                .withProperty("words", row -> said(other.apply(row), title))
                .withProperty("ref", row -> said(other.apply(row), EntityRef::toString))
                .withProperty("ink", row -> other.apply(row) == null ? "hint" : "second");
    }

    private static String said(@Nullable EntityRef ref, Function<EntityRef, String> words) {
        return ref == null ? NONE : words.apply(ref);
    }

    /// How long ago the entity changed.
    static Renderer<EntityRef> updated(RowsInHand hand) {
        return LitRenderer.<EntityRef>of("<time class=\"hint\" title=\"${item.exact}\">${item.age}</time>")
                .withProperty("age", ref -> RelativeTime.words(hand.of(ref).updated(), Instant.now()))
                .withProperty("exact", ref -> RelativeTime.exact(hand.of(ref).updated()));
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
