package dev.portico.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.portico.ScreenTest;
import dev.portico.TestPortal;
import dev.portico.look.Note;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

final class FrameTest extends ScreenTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void the_bare_address_leads_to_the_catalog() {
        open("");

        assertThat(heading()).isEqualTo("Catalog");
    }

    @Test
    void the_drawer_lists_what_the_reader_may_open() {
        open("catalog");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .containsExactly("Catalog", "Graph", "Sources");
    }

    @Test
    void the_drawer_of_a_guest_has_no_entry_that_is_closed_to_them() {
        startAs(GUEST);
        open("catalog");

        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .containsExactly("Catalog", "Graph");
    }

    @Test
    void whoever_is_not_signed_in_is_led_to_the_sign_in_page() throws Exception {
        HttpResponse<String> answer = TestPortal.of(context).get("/catalog");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void the_sign_in_page_says_why_somebody_was_sent_back() {
        startSignedOut();
        open("login?error=credentials");

        assertThat(findInView(Note.class).single().getElement().getTextRecursively())
                .contains("wrong");
        assertThat(find(SignInForm.class).all()).hasSize(1);
    }

    @Test
    void an_unknown_address_says_so_and_leads_on() {
        open("no/such/page");

        assertThat(heading()).isEqualTo("Not found");
        assertThat(words()).contains("/no/such/page");
    }

    @Test
    void a_closed_page_names_the_permission_that_opens_it() {
        startAs(GUEST);
        open("sources");

        assertThat(heading()).isEqualTo("No right");
        assertThat(words()).contains("catalog.source.read");
    }

    @Test
    void the_first_link_of_a_page_skips_to_its_content() {
        open("catalog");

        assertThat(find(Anchor.class).all().getFirst().getHref()).isEqualTo("#content");
        assertThat(((Component) getCurrentView()).getId()).contains("content");
    }
}
