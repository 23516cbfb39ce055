package dev.portico.access.ui.requests;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.portico.access.AccessRequest;
import dev.portico.look.RelativeTime;
import dev.portico.look.RequestBadge;
import dev.portico.look.Text;
import dev.portico.look.Words;
import java.time.Instant;

/// A request in the list: who asks for what and why, and what became of it.
@Tag("li")
final class RequestRow extends HtmlContainer {

    /// @param address where it is shown whole
    /// @param shown   whether it is
    RequestRow(AccessRequest request, String address, boolean shown, Instant now) {
        addClassName("request");
        setClassName("shown", shown);
        Avatar avatar = new Avatar(request.displayName());
        avatar.getElement().setAttribute("aria-hidden", "true").setAttribute("tabindex", "-1");
        Anchor link = new Anchor(address);
        link.add(new Span(request.displayName()), Text.unseen(" asks for "), Text.mono(request.permission()));
        link.addClassName("name");
        if (shown) {
            link.getElement().setAttribute("aria-current", "true");
        }
        Div first = new Div(link);
        first.addClassNames("row", "wrap");
        if (request.space() != null) {
            first.add(Text.second("in " + request.space()));
        }
        if (request.days() != null) {
            first.add(Text.second("for " + Words.count(request.days(), "day", "days")));
        }
        Div words = new Div(first, Text.second("“" + request.reason() + "”").styled("clip"));
        words.addClassNames("col", "tight", "grow");
        Div end = new Div(RequestBadge.of(request.state().name(), request.given(now)), time(request));
        end.addClassNames("col", "tight", "ends");
        add(avatar, words, end);
    }

    private static RelativeTime time(AccessRequest request) {
        RelativeTime time = new RelativeTime(request.decidedAt() == null ? request.madeAt() : request.decidedAt());
        time.addClassNames("small", "hint");
        return time;
    }
}
