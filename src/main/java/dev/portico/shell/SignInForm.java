package dev.portico.shell;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinRequest;
import org.springframework.security.web.csrf.CsrfToken;

/// Name and password, posted to `/login` by the browser itself, so that password stores know the form.
@Tag("form")
final class SignInForm extends HtmlContainer {

    SignInForm() {
        getElement().setAttribute("method", "post").setAttribute("action", "login");
        TextField name = new TextField("Name");
        name.setAutofocus(true);
        name.setRequired(true);
        name.setRequiredIndicatorVisible(false);
        name.getElement().setProperty("name", "username").setProperty("autocomplete", "username");
        PasswordField password = new PasswordField("Password");
        password.setRequired(true);
        password.setRequiredIndicatorVisible(false);
        password.getElement().setProperty("name", "password").setProperty("autocomplete", "current-password");
        add(name, password);
        addToken();
        getElement().appendChild(submit());
    }

    private void addToken() {
        VaadinRequest request = VaadinRequest.getCurrent();
        if (request != null && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            Input hidden = new Input();
            hidden.setType("hidden");
            hidden.getElement().setAttribute("name", token.getParameterName());
            hidden.setValue(token.getToken());
            add(hidden);
        }
    }

    private static Element submit() {
        return new Element("button")
                .setAttribute("type", "submit")
                .setAttribute("class", "submit")
                .setText("Sign in");
    }
}
