package dev.portico.catalog.internal.source;

import dev.portico.outbound.Outbound;
import dev.portico.storage.PorticoHome;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the readers together.
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    @Bean
    SourceReaders sourceReaders(
            SourceSettings settings, Outbound outbound, PorticoHome home, ObjectProvider<Credentials> credentials) {
        Credentials none = name -> Optional.empty();
        return readers(settings, outbound, home, credentials.getIfAvailable(() -> none));
    }

    static SourceReaders readers(
            SourceSettings settings, Outbound outbound, PorticoHome home, Credentials credentials) {
        GitHosts hosts = new GitHosts(settings.gitHosts());
        RemoteFiles.Factory remote = new RemoteFiles.Factory(outbound, hosts, settings);
        LocalReaders local = new LocalReaders(settings, remote, ConfinedFiles.Channels.REAL);
        GitClones clones = new GitClones(home.folder("git"), outbound, settings);
        return new SourceReaders(List.of(
                local.file(),
                local.folder(),
                local.glob(),
                new UrlSourceReader(remote, credentials, hosts),
                new GitSourceReader(clones, settings, remote, credentials, hosts)));
    }
}
