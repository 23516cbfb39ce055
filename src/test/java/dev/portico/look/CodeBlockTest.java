package dev.portico.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Pre;
import org.junit.jupiter.api.Test;

final class CodeBlockTest {

    @Test
    void whatever_the_text_says_is_shown_and_never_run() {
        String html = html("note: <img src=x onerror=alert(1)>\nname: \"a&b\" '</span><script>'");

        assertThat(html)
                .doesNotContain("<img")
                .doesNotContain("<script")
                .contains("&lt;img src=x onerror=alert(1)&gt;");
        assertThat(html).contains("&quot;a&amp;b&quot; &#39;&lt;/span&gt;");
    }

    @Test
    void keys_and_remarks_of_yaml_are_set_off() {
        assertThat(html("# remark\nkind: Component\nspec:\n  - plain"))
                .isEqualTo("<span><i class=\"h\"># remark</i></span>"
                        + "<span><i class=\"k\">kind</i>: Component</span>"
                        + "<span><i class=\"k\">spec</i>:</span>"
                        + "<span>  - plain</span>");
    }

    @Test
    void a_text_too_long_to_read_is_cut_and_says_so() {
        CodeBlock block = new CodeBlock("long", "line\n".repeat(CodeBlock.LINES + 3));

        assertThat(block.getElement().getTextRecursively()).contains("3 more lines are left out here");
    }

    private static String html(String text) {
        CodeBlock block = new CodeBlock("test", text);
        return block.getChildren()
                .filter(Pre.class::isInstance)
                .map(pre -> pre.getElement().getProperty("innerHTML"))
                .findFirst()
                .orElseThrow();
    }
}
