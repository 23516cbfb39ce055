package dev.portico.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.portico.access.AccountSummary;
import dev.portico.access.Accounts;
import dev.portico.access.Readers;
import dev.portico.access.RequiresSignIn;
import dev.portico.kernel.Reader;
import dev.portico.kernel.Refusal;
import dev.portico.look.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one is to the portal: account and roles, how it looks, what is starred, and what signs one in.
@Route("profile")
@PageTitle("Profile · Portico")
@RequiresSignIn
final class ProfileView extends Page {

    ProfileView(Accounts accounts, Readers readers, ProfileParts parts) {
        Reader reader = readers.current();
        AccountSummary account = accounts.account(reader, account(reader));
        header().title("Profile").sub("Your account, what it may do, and how Portico looks to you.");
        Div first = new Div(
                parts.account(account, reader), parts.roles(reader), parts.tokens(reader), parts.starred(reader));
        first.addClassName("cards");
        Div second = new Div(parts.preferences());
        second.addClassName("cards");
        if (account.local()) {
            second.add(parts.password());
        }
        second.add(parts.sessions(account));
        Div columns = new Div(first, second);
        columns.addClassName("card-columns");
        show(columns);
    }

    private static UUID account(Reader reader) {
        @Nullable UUID account = reader.account();
        if (account == null) {
            throw new Refusal.NotFound(
                    "profile-account", "Only an account has a profile, and you are signed in without one.");
        }
        return account;
    }
}
