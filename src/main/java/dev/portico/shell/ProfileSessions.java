package dev.portico.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Readers;
import dev.portico.look.Actions;
import dev.portico.look.Card;
import dev.portico.look.Symbol;
import dev.portico.look.Text;

/// Where one is signed in, and the way out of all of it.
final class ProfileSessions {

    private ProfileSessions() {}

    static Card of(AccountSummary account, Accounts accounts, Readers readers) {
        Div words = new Div(Text.second("Ends this session and every other one, on all devices. Tokens stay."));
        words.addClassName("col");
        words.add(Actions.plain("Sign out everywhere", Symbol.LOG_OUT, () -> {
            accounts.signOutEverywhere(readers.current(), account.id());
            leave(words);
        }));
        return new Card("Sessions").body(words);
    }

    /// Leads to the sign-in page, since the session has ended.
    static void leave(Component part) {
        part.getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
    }
}
