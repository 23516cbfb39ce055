package dev.portico.catalog.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.portico.access.Readers;
import dev.portico.catalog.EntityCsv;
import dev.portico.catalog.EntitySummary;
import dev.portico.kernel.Reader;
import dev.portico.look.Icon;
import dev.portico.look.Symbol;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// A link that gives entities as a CSV file. Rows go out as they are read, under the rights of whoever follows it.
final class EntityDownload extends Anchor {

    private final transient Readers readers;
    private final transient Rows rows;

    /// Says which entities a file holds.
    @FunctionalInterface
    interface Rows {

        /// Hands over one entity after the other.
        void each(Reader reader, Consumer<EntitySummary> row);
    }

    EntityDownload(Readers readers, Rows rows) {
        this.readers = readers;
        this.rows = rows;
        addClassName("button");
        setHref((DownloadHandler) this::send);
        getElement().setAttribute("download", true);
        setAriaLabel("Export as CSV");
        add(new Icon(Symbol.DOWNLOAD));
        add("Export");
    }

    private void send(DownloadEvent event) throws IOException {
        event.setFileName("catalog.csv");
        event.setContentType("text/csv; charset=utf-8");
        try (Writer out = new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            write(out);
        }
    }

    /// Writes the file.
    void write(Appendable out) {
        EntityCsv csv = EntityCsv.to(out);
        rows.each(readers.current(), csv::add);
    }
}
