package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitHostsTest {

    private final GitHosts hosts = new GitHosts(Map.of("ghe.example.com", "github"));

    @ParameterizedTest
    @CsvSource({
        "https://github.com/a/b/blob/main/x/c.yaml, https://github.com/a/b/edit/main/x/c.yaml,"
                + " https://github.com/a/b/tree/main/x/,"
                + " https://raw.githubusercontent.com/a/b/main/x/c.yaml,"
                + " https://api.github.com/repos/a/b/contents/x/c.yaml?ref=main",
        "https://ghe.example.com/a/b/blob/main/c.yaml, https://ghe.example.com/a/b/edit/main/c.yaml,"
                + " https://ghe.example.com/a/b/tree/main/,"
                + " https://ghe.example.com/a/b/raw/main/c.yaml,"
                + " https://ghe.example.com/api/v3/repos/a/b/contents/c.yaml?ref=main",
        "https://gitlab.com/g/s/b/-/blob/main/x/c.yaml, https://gitlab.com/g/s/b/-/edit/main/x/c.yaml,"
                + " https://gitlab.com/g/s/b/-/tree/main/x/,"
                + " https://gitlab.com/g/s/b/-/raw/main/x/c.yaml,"
                + " https://gitlab.com/api/v4/projects/g%2Fs%2Fb/repository/files/x%2Fc.yaml/raw?ref=main",
        "https://bitbucket.org/a/b/src/main/x/c.yaml,"
                + " https://bitbucket.org/a/b/src/main/x/c.yaml?mode=edit&spa=0&at=main,"
                + " https://bitbucket.org/a/b/src/main/x/,"
                + " https://bitbucket.org/a/b/raw/main/x/c.yaml,"
                + " https://api.bitbucket.org/2.0/repositories/a/b/src/main/x/c.yaml",
        "https://codeberg.org/a/b/src/branch/main/x/c.yaml, https://codeberg.org/a/b/_edit/main/x/c.yaml,"
                + " https://codeberg.org/a/b/src/branch/main/x/,"
                + " https://codeberg.org/a/b/raw/branch/main/x/c.yaml,"
                + " https://codeberg.org/api/v1/repos/a/b/raw/x/c.yaml?ref=main"
    })
    void a_file_is_edited_listed_and_fetched_at_its_own_addresses(
            String shown, String edit, String folder, String raw, String api) {
        HostedFile file = hosts.parse(shown).orElseThrow();

        assertThat(file.kind().editUrl(file)).isEqualTo(edit);
        assertThat(file.kind().folderUrl(file)).isEqualTo(folder);
        assertThat(file.kind().rawUrl(file)).isEqualTo(raw);
        assertThat(file.kind().apiUrl(file)).isEqualTo(api);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/a/b/blob/main/c.yaml",
                "https://github.com/",
                "https://github.com/a",
                "https://github.com/a/b/issues/1",
                "https://github.com/a/b/blob",
                "https://github.com/a/../blob/main/c.yaml",
                "https://github.com/a/%2e%2e/blob/main/c.yaml",
                "https://github.com/a/b/blob/main/..%2f..%2fc.yaml",
                "https://github.com.evil.example/a/b/blob/main/c.yaml",
                "https://github.com:8443/a/b/blob/main/c.yaml",
                "https://jane@github.com/a/b/blob/main/c.yaml",
                "mailto:jane@github.com"
            })
    void what_is_not_a_file_of_a_known_host_is_left_alone(String url) {
        assertThat(hosts.parse(url).filter(HostedFile::namesFile)).isEmpty();
    }

    @Test
    void names_are_percent_encoded_where_they_become_part_of_an_address() {
        HostedFile file =
                hosts.parse("https://github.com/a/b/blob/main/x%20y/%23c.yaml").orElseThrow();

        assertThat(file.path()).isEqualTo("x y/#c.yaml");
        assertThat(file.kind().rawUrl(file)).endsWith("/main/x%20y/%23c.yaml");
        assertThat(file.kind().viewUrl("https://github.com/a/b", "feature/x", "\u00FC.yaml"))
                .isEqualTo("https://github.com/a/b/blob/feature/x/%C3%BC.yaml");
    }

    @Test
    void a_kind_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> new GitHosts(Map.of("svn.example.com", "subversion")))
                .hasMessageContaining("subversion");
    }
}
