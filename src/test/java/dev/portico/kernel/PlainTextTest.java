package dev.portico.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainTextTest {

    private static final char TURN = 0x202E;

    @Test
    void a_line_has_no_ends_of_lines_no_controls_and_no_turns_of_direction() {
        assertThat(PlainText.line(" Ann\r\nBcc: x" + TURN + "\u0007 ")).isEqualTo("Ann  Bcc: x");
        assertThat(PlainText.line("Zoë 王 O'Neil")).isEqualTo("Zoë 王 O'Neil");
    }

    @Test
    void a_text_keeps_its_lines() {
        assertThat(PlainText.lines("a\r\n\tb" + TURN + "\u0000c\n")).isEqualTo("a\n\tbc");
    }
}
