package dev.portico.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/// Puts a text on the reader's clipboard, without asking the server.
public final class CopyButton extends Button {

    public CopyButton(String text) {
        this("Copy", text);
    }

    /// @param word what the button says
    public CopyButton(String word, String text) {
        super(word, new Icon(Symbol.COPY));
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("copy");
        copies("const text = $0;", text, word);
    }

    private CopyButton() {
        super(new Icon(Symbol.LINK));
        setAriaLabel("Copy link");
        setTooltipText("Copy link");
        addClassName("copy-link");
        copies("const text = location.href;", "", "");
    }

    /// Copies the address of the page as it is then: with everything that is chosen on it.
    public static CopyButton ofAddress() {
        return new CopyButton();
    }

    private void copies(String what, String text, String word) {
        getElement().executeJs("""
                this.onclick = async () => {
                  %s
                  let told = 'Copied';
                  try { await navigator.clipboard.writeText(text); } catch (refused) { told = 'Press Ctrl+C'; }
                  const said = [...this.childNodes].find(node => node.nodeType === 3);
                  if (said) {
                    said.textContent = told;
                    setTimeout(() => said.textContent = $1, 2000);
                  } else {
                    this.setAttribute('done', told);
                    const name = this.getAttribute('aria-label');
                    this.setAttribute('aria-label', told);
                    setTimeout(() => { this.removeAttribute('done'); this.setAttribute('aria-label', name); }, 2000);
                  }
                }""".formatted(what), text, word);
    }
}
