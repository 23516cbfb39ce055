package dev.portico;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.Location;
import dev.portico.catalog.DescriptorUpload;
import dev.portico.catalog.Sources;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import dev.portico.kernel.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.core.context.SecurityContextImpl;

/// Screens without a browser, over the portal of all tests. Each test begins signed in as an admin.
@PorticoTest
public abstract class ScreenTest extends SpringBrowserlessTest {

    /// Holds every right.
    protected static final Reader ADMIN = reader("screens-admin", "admin");

    /// Reads everything and changes nothing but what is theirs.
    protected static final Reader ENGINEER = reader("screens-engineer", "engineer");

    /// Reads what is public.
    protected static final Reader GUEST = reader("screens-guest", "guest");

    @Autowired
    private Sources sources;

    @Autowired
    private SecurityContextHolderStrategy contexts;

    private static Reader reader(String name, String role) {
        EntityRef user = new EntityRef("user", "screens", name);
        return new Reader("account:" + name, Ids.next(), name, user, Set.of(), Set.of(role), null);
    }

    @Override
    protected Set<String> scanPackages() {
        return Set.of("dev.portico");
    }

    // An overridden method is run before each test only where it says so itself.
    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        as(ADMIN);
        super.initVaadinEnvironment();
    }

    @AfterEach
    @Override
    protected void cleanVaadinEnvironment() {
        super.cleanVaadinEnvironment();
        contexts.clearContext();
        SecurityContextHolder.clearContext();
    }

    /// Begins again in a session of nobody.
    protected final void startSignedOut() {
        cleanVaadinEnvironment();
        super.initVaadinEnvironment();
    }

    /// Begins again in a session of somebody else.
    protected final void startAs(Reader reader) {
        cleanVaadinEnvironment();
        as(reader);
        super.initVaadinEnvironment();
    }

    private void as(Reader reader) {
        var authentication = new TestingAuthenticationToken(reader, "", "ROLE_USER");
        contexts.setContext(new SecurityContextImpl(authentication));
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    }

    /// Has the screen show what other threads have brought it meanwhile.
    protected static void receive() {
        MockVaadin.clientRoundtrip();
    }

    /// Puts descriptors into the catalog under a source of that name.
    protected final void upload(String source, String yaml) {
        sources.upload(
                source,
                List.of(new DescriptorUpload(source + ".yaml", yaml.getBytes(StandardCharsets.UTF_8))),
                Reader.system("tests"));
    }

    /// Goes to an address within the portal and gives the view that is shown then.
    protected final Component open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
        roundTrip();
        return (Component) getCurrentView();
    }

    /// The first heading of the view.
    protected final String heading() {
        return findInView(H1.class).single().getText();
    }

    /// All words of the view.
    protected final String words() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
