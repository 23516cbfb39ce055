package dev.portico.catalog.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTargetsTest {

    private final SourceTargets targets = new SourceTargets(
            SourceFixture.settings(Map.of("git.example.com", "gitlab", "tea.example.com:3000", "gitea")));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://example.com/catalog.yaml, url, https://example.com/catalog.yaml, -, -",
                "url:https://example.com/catalog.yaml, url, https://example.com/catalog.yaml, -, -",
                "https://example.com/catalog.yaml?a=b, url, https://example.com/catalog.yaml?a=b, -, -",
                "https://github.com/acme/shop/blob/main/catalog-info.yaml, url,"
                        + " https://github.com/acme/shop/blob/main/catalog-info.yaml, -, -",
                "https://raw.githubusercontent.com/acme/shop/main/a.yaml, url,"
                        + " https://raw.githubusercontent.com/acme/shop/main/a.yaml, -, -",
                "https://github.com/acme/shop, git, https://github.com/acme/shop.git, -, -",
                "https://github.com/acme/shop/, git, https://github.com/acme/shop.git, -, -",
                "https://github.com/acme/shop.git#next, git, https://github.com/acme/shop.git, next, -",
                "https://github.com/acme/shop/tree/main, git, https://github.com/acme/shop.git, main,"
                        + " '**/catalog-info.{yaml,yml}'",
                "https://github.com/acme/shop/tree/main/services, git, https://github.com/acme/shop.git, main,"
                        + " 'services/**/catalog-info.{yaml,yml}'",
                "https://github.com/acme/shop/blob/main/**/catalog-info.yaml, git,"
                        + " https://github.com/acme/shop.git, main, **/catalog-info.yaml",
                "https://gitlab.com/acme/core/shop/-/blob/main/a.yaml, url,"
                        + " https://gitlab.com/acme/core/shop/-/blob/main/a.yaml, -, -",
                "https://git.example.com/acme/shop/-/tree/main/a, git, https://git.example.com/acme/shop.git, main,"
                        + " 'a/**/catalog-info.{yaml,yml}'",
                "https://bitbucket.org/acme/shop/src/main/*.yaml, git, https://bitbucket.org/acme/shop.git, main, *.yaml",
                "https://codeberg.org/acme/shop/src/branch/main/a.yaml, url,"
                        + " https://codeberg.org/acme/shop/src/branch/main/a.yaml, -, -",
                "http://tea.example.com:3000/acme/shop, git, http://tea.example.com:3000/acme/shop.git, -, -",
                "https://scm.example.com/team/shop.git, git, https://scm.example.com/team/shop.git, -, -",
                "git:https://scm.example.com/team/shop, git, https://scm.example.com/team/shop, -, -",
                "git:/srv/shop.git#next, git, /srv/shop.git, next, -",
                "/srv/catalog/a.yaml, file, /srv/catalog/a.yaml, -, -",
                "file:/srv/catalog/a.yml, file, /srv/catalog/a.yml, -, -",
                "file:///srv/catalog/../a.json, file, /srv/a.json, -, -",
                "/srv/catalog/**/*.yaml, glob, /srv/catalog/**/*.yaml, -, -",
                "'/srv/catalog/*.{yaml,yml}', glob, '/srv/catalog/*.{yaml,yml}', -, -",
            })
    void what_a_person_types_is_understood(String typed, String type, String target, String branch, String pattern) {
        assertThat(targets.parse("  " + typed + " ")).isEqualTo(new SourceTarget(type, target, branch, pattern, null));
    }

    @Test
    void the_disk_tells_folders_files_and_repositories_apart() throws Exception {
        Path file = Files.writeString(folder.resolve("descriptor"), "kind: API");
        try (GitFixture git = new GitFixture(folder.resolve("shop.git"))) {
            assertThat(targets.parse(folder.toString()).type()).isEqualTo("folder");
            assertThat(targets.parse(file.toString()).type()).isEqualTo("file");
            assertThat(targets.parse(git.folder().toString()).type()).isEqualTo("git");
        }
    }

    @Test
    void a_relative_path_becomes_a_full_one() {
        assertThat(targets.parse("catalog/a.yaml").target())
                .isEqualTo(Path.of("catalog/a.yaml").toAbsolutePath().toString());
        assertThat(targets.parse("catalog/*.yaml").target())
                .isEqualTo(Path.of("catalog").toAbsolutePath() + "/*.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "ssh://git@github.com/acme/shop.git",
                "git@github.com:acme/shop.git",
                "git://github.com/acme/shop.git",
                "ftp://example.com/a.yaml",
                "s3://bucket/a.yaml",
                "https://jane:secret@example.com/a.yaml",
                "git:https://jane:secret@example.com/a.git",
                "https://example.com/**/a.yaml",
                "https://exa mple.com/a.yaml",
                "https:///a.yaml",
                "/no/such/thing",
                "a\u0000b.yaml"
            })
    void what_is_not_understood_is_refused(String typed) {
        assertThatThrownBy(() -> targets.parse(typed))
                .isInstanceOf(Refusal.InvalidInput.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void a_list_is_split_at_its_commas_but_not_within_braces() {
        assertThat(SourceTargets.split("/srv/a.yaml, /srv/*.{yaml,yml} ,https://github.com/acme/shop,,/srv/b.yaml"))
                .containsExactly("/srv/a.yaml", "/srv/*.{yaml,yml}", "https://github.com/acme/shop", "/srv/b.yaml");
        assertThat(SourceTargets.split("/srv/{a,b")).containsExactly("/srv/{a,b");
        assertThat(SourceTargets.split(" ")).isEmpty();
    }

    @Test
    void a_credential_is_for_the_host_that_its_name_says() {
        SourceTarget target = SourceTarget.of("url", "https://Git.example.com/a.yaml");

        assertThat(target.withSecret("source.git.example.com").secret()).isNotNull();
        assertThat(target.withSecret("source.git.example.com_team-a").secret()).isNotNull();
        for (String name : List.of(
                "token", "source.github.com", "source.git.example.com.evil", "source.git", "oidc.client-secret")) {
            assertThatThrownBy(() -> target.withSecret(name))
                    .isInstanceOf(Refusal.InvalidInput.class)
                    .hasMessageContaining("source.git.example.com");
        }
        assertThatThrownBy(() -> SourceTarget.of("git", "/srv/shop.git").withSecret("source.x"))
                .isInstanceOf(Refusal.InvalidInput.class);
    }

    @Test
    void a_target_that_no_reader_could_read_is_refused() {
        assertThatThrownBy(() -> SourceTarget.of("ldap", "/x")).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> SourceTarget.of("url", "file:///etc/passwd")).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> SourceTarget.of("url", "https://a@b/c")).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> SourceTarget.of("git", "ssh://a/b.git")).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> SourceTarget.of("file", "a.yaml")).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> SourceTarget.of("file", "/a\nb")).isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> SourceTarget.of("file", "/a").withBranch("main"))
                .isInstanceOf(Refusal.InvalidInput.class);
        assertThatThrownBy(() -> SourceTarget.of("file", "/a").withPattern("*"))
                .isInstanceOf(Refusal.InvalidInput.class);
    }
}
