package dev.portico.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import org.junit.jupiter.api.Test;

final class TextTest {

    @Test
    void a_path_is_text_that_may_break_after_its_slashes() {
        Element path = Text.path("/srv/<b>x</b>.yaml:3").getElement();

        assertThat(path.getTextRecursively()).isEqualTo("/srv/<b>x</b>.yaml:3");
        assertThat(path.getChildren().filter(child -> !child.isTextNode()).map(Element::getTag))
                .containsExactly("wbr", "wbr", "wbr");
        assertThat(path.getOuterHTML()).contains("&lt;b&gt;x&lt;").doesNotContain("<b>");
    }
}
