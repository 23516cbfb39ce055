package dev.portico.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;

/// Puts a text on the reader's clipboard, without asking the server.
public final class CopyButton extends Button {

    public CopyButton(String text) {
        super("Copy", new Icon(Symbol.COPY));
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("copy");
        getElement().executeJs("""
                this.onclick = async () => {
                  try { await navigator.clipboard.writeText($0); this.lastChild.textContent = 'Copied'; }
                  catch (refused) { this.lastChild.textContent = 'Press Ctrl+C'; }
                  setTimeout(() => this.lastChild.textContent = 'Copy', 2000);
                }""", text);
    }
}
