package dev.portico;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/// A test of the whole portal: started once for all tests, on a free port, with an embedded PostgreSQL under `target`
/// that begins empty.
///
/// All tests share one context, and with it one database: name what you make so that no other test meets it, and say
/// nothing about what else there is. Add neither properties nor beans to a test of your own: a second context would
/// start.
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = {TestHome.class, TestProvider.class})
public @interface PorticoTest {}
