package dev.portico.catalog.internal.source;

import dev.portico.outbound.Outbound;
import dev.portico.secrets.Secrets;
import dev.portico.storage.PorticoHome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the readers together, one for each type of source.
@Configuration(proxyBeanMethods = false)
class SourceConfiguration {

    @Bean
    GitHosts gitHosts(SourceSettings settings) {
        return new GitHosts(settings.gitHosts());
    }

    @Bean
    RemoteFiles.Factory remoteFiles(Outbound outbound, GitHosts hosts, SourceSettings settings) {
        return new RemoteFiles.Factory(outbound, hosts, settings);
    }

    @Bean
    LocalReaders localReaders(SourceSettings settings, RemoteFiles.Factory remote) {
        return new LocalReaders(settings, remote, ConfinedFiles.Channels.REAL);
    }

    @Bean
    SourceReader fileReader(LocalReaders local) {
        return local.file();
    }

    @Bean
    SourceReader folderReader(LocalReaders local) {
        return local.folder();
    }

    @Bean
    SourceReader globReader(LocalReaders local) {
        return local.glob();
    }

    @Bean
    SourceReader urlReader(RemoteFiles.Factory remote, Secrets secrets, GitHosts hosts) {
        return new UrlSourceReader(remote, secrets::reveal, hosts);
    }

    @Bean
    SourceReader gitReader(
            PorticoHome home,
            Outbound outbound,
            SourceSettings settings,
            RemoteFiles.Factory remote,
            Secrets secrets,
            GitHosts hosts) {
        GitClones clones = new GitClones(home.folder("git"), outbound, settings);
        return new GitSourceReader(clones, settings, remote, secrets::reveal, hosts);
    }
}
