package dev.portico.shell;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.portico.access.PasswordResets;
import dev.portico.kernel.Refusal;
import dev.portico.look.Actions;
import dev.portico.look.Note;
import dev.portico.look.State;
import dev.portico.look.Symbol;
import dev.portico.look.Text;

/// Where the link of a password reset leads: a new password, chosen once.
@Route(value = "reset-password", autoLayout = false)
@PageTitle("New password · Portico")
@AnonymousAllowed
final class ResetPasswordView extends Main implements BeforeEnterObserver {

    private final transient PasswordResets resets;
    private final PasswordField password = new PasswordField("New password");
    private final Div card = new Div();
    private String link = "";

    ResetPasswordView(PasswordResets resets) {
        this.resets = resets;
        addClassName("sign-in");
        card.addClassName("card");
        password.setManualValidation(true);
        password.setWidthFull();
        password.setHelperText("12 characters or more; a few words are good.");
        password.getElement().setProperty("autocomplete", "new-password");
        Button set = Actions.primary("Set password", Symbol.KEY_ROUND, this::change);
        set.addClickShortcut(Key.ENTER);
        card.add(password, set);
        Header header = new Header(
                Brand.mark(), new H1("Choose a new password"), Text.second("The link counts once, for a day"));
        Div column = new Div(header, card);
        column.addClassName("column");
        add(column);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("link")
                .orElse("");
    }

    private void change() {
        password.setInvalid(false);
        VaadinRequest request = VaadinRequest.getCurrent();
        try {
            resets.redeem(link, password.getValue(), request == null ? "" : request.getRemoteAddr());
        } catch (Refusal.InvalidInput | Refusal.TooMany refused) {
            password.setErrorMessage(refused.reason());
            password.setInvalid(true);
            password.focus();
            return;
        }
        card.removeAll();
        card.add(new Note(State.PASSED, "The password is set. Every session of the account has ended."));
        card.add(new Anchor("login", "Sign in"));
    }
}
