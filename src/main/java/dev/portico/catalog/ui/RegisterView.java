package dev.portico.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.catalog.SourcePreview;
import dev.portico.catalog.Sources;
import dev.portico.look.AsyncPanel;
import dev.portico.look.Page;
import dev.portico.look.PageTabs;
import dev.portico.look.Row;
import dev.portico.look.Skeleton;
import dev.portico.look.Text;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Registers a source in two steps: say where the descriptors are, look at what they would bring, save.
@Route("register")
@PageTitle("Register · Portico")
@RequiresPermission("catalog.source.register")
final class RegisterView extends Page implements BeforeEnterObserver {

    private final transient Sources sources;
    private final transient Readers readers;
    private final Div preview = new Div();

    RegisterView(Sources sources, Readers readers) {
        this.sources = sources;
        this.readers = readers;
        style("narrow");
        preview.setId("preview");
    }

    /// Where an address can be registered.
    static String address(String target) {
        return "register?address=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        boolean upload = address.getSingleParameter("upload").isPresent();
        header().clear()
                .crumbs("Register", new Anchor("sources", "Sources"))
                .title("Register")
                .sub("Nothing is written until you have seen what would be created, changed and refused.")
                .tabs(new PageTabs("Ways to register")
                        .tab("Read an address", "register", !upload)
                        .tab("Upload files", "register?upload=", upload));
        preview.removeAll();
        Component form = upload
                ? new UploadForm(address.getSingleParameter("upload").orElse(""), sources, readers, new Below())
                : new AddressForm(address.getSingleParameter("address").orElse(""), sources, readers, new Below());
        Div all = new Div(form, preview, missing());
        all.addClassName("cards");
        show(all);
    }

    private static Row missing() {
        return Row.line(
                        Text.hint("Registered, but not in the catalog?"),
                        new Anchor(MissingView.PATH, "Why is my entity missing?"))
                .styled("small", "wrap");
    }

    /// Shows what would happen, with the button that makes it happen.
    ///
    /// @param look reads the preview, off the UI's thread
    /// @param save what saving does; answers the name of the source
    private void preview(Supplier<SourcePreview> look, Supplier<String> save) {
        preview.removeAll();
        preview.add(new AsyncPanel<>(() -> Skeleton.rows(4), look, found -> {
            preview.scrollIntoView();
            return new PreviewCard(found, () -> saved(save.get()));
        }));
    }

    private void saved(String name) {
        getUI().ifPresent(ui -> ui.navigate("sources/" + name));
    }

    /// What both forms call.
    interface Preview {

        /// Once they know what to look at.
        void show(Supplier<SourcePreview> look, Supplier<String> save);

        /// When what is shown is no longer what they say.
        void forget();
    }

    private final class Below implements Preview {

        @Override
        public void show(Supplier<SourcePreview> look, Supplier<String> save) {
            preview(look, save);
        }

        @Override
        public void forget() {
            preview.removeAll();
        }
    }
}
