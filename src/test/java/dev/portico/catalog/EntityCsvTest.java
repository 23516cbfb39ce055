package dev.portico.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portico.kernel.Csv;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.Ids;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EntityCsvTest {

    @Test
    void a_table_has_a_row_of_headings_and_one_for_each_entity() {
        StringBuilder out = new StringBuilder();

        EntityCsv.to(out)
                .add(new EntitySummary(
                        Ids.next(),
                        EntityRef.parse("component:default/kettle"),
                        "Component",
                        "kettle",
                        null,
                        "Boils \"fast\", mostly",
                        "service",
                        "production",
                        EntityRef.parse("group:default/stokers"),
                        null,
                        List.of("steam", "hot"),
                        2,
                        1,
                        false,
                        Instant.parse("2026-11-22T04:00:00Z")));

        assertThat(out.toString())
                .isEqualTo("ref,kind,namespace,name,title,description,type,lifecycle,owner,system,tags,problems,"
                        + "orphan,updated\r\n"
                        + "component:default/kettle,Component,default,kettle,,\"Boils \"\"fast\"\", mostly\",service,"
                        + "production,group:default/stokers,,steam hot,2,false,2026-11-22T04:00:00Z\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+2", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"https://example.org\")", "\r=1"})
    void no_cell_is_a_formula(String text) {
        assertThat(Csv.cell(text)).matches("(?s)\"?'.*");
    }

    @Test
    void line_breaks_stay_within_their_cell() {
        assertThat(Csv.cell("one\ntwo")).isEqualTo("\"one\ntwo\"");
        assertThat(Csv.cell("plain")).isEqualTo("plain");
    }
}
