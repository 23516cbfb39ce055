package dev.portico.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0:0:0:0:0:0:0:1, ::1",
        "::1, ::1",
        "0:0:0:0:0:0:0:0, ::",
        "2001:0DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "fe80:0:0:0:0:0:0:1%eth0, fe80::1%eth0",
        "127.0.0.1, 127.0.0.1",
        "'a:b', 'a:b'"
    })
    void an_address_has_one_form(String written, String canonical) {
        assertThat(Addresses.canonical(written)).isEqualTo(canonical);
    }
}
