package dev.portico.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.PorticoTest;
import dev.portico.TestPortal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@PorticoTest
final class SignInTest {

    @Autowired
    private ApplicationContext context;

    private TestPortal portal;

    @BeforeEach
    void open_a_browser() {
        portal = TestPortal.of(context);
    }

    @Test
    void the_admin_signs_in_and_is_known_to_rest() throws Exception {
        HttpResponse<String> answer = portal.signIn("admin", TestPortal.ADMIN_PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
        assertThat(portal.get("/api/portico/me").body()).contains("\"account:admin\"");
    }
}
