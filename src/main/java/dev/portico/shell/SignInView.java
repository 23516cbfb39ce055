package dev.portico.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.access.SignInOptions;
import dev.portico.look.Icon;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;
import java.util.Optional;

/// The way in: a local account, or one of the company's providers.
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Portico")
@AnonymousAllowed
final class SignInView extends Main implements BeforeEnterObserver {

    private final transient SignInOptions options;
    private final Div card = new Div();

    SignInView(SignInOptions options) {
        this.options = options;
        addClassName("sign-in");
        card.addClassName("card");
        Header header = new Header(
                Brand.mark(), new H1("Sign in to Portico"), Text.second("Your company's software, in one place"));
        Div column = new Div(header, card);
        column.addClassName("column");
        add(column);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        card.removeAll();
        Optional<String> refusal = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("error")
                .flatMap(options::message);
        refusal.ifPresent(message -> {
            Note note = new Note(State.FAILED, message);
            note.getElement().setAttribute("role", "alert");
            card.add(note);
        });
        card.add(new SignInForm());
        if (!options.providers().isEmpty()) {
            Span or = new Span("or");
            or.addClassName("or");
            card.add(or);
            options.providers().forEach(provider -> card.add(button(provider)));
        }
    }

    private static Anchor button(SignInOptions.Provider provider) {
        Anchor button =
                new Anchor(provider.path(), new Icon(Symbol.KEY_ROUND), new Span("Continue with " + provider.label()));
        button.addClassName("provider");
        button.setRouterIgnore(true);
        return button;
    }
}
