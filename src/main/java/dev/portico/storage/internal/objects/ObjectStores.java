package dev.portico.storage.internal.objects;

import dev.portico.storage.Objects;
import dev.portico.storage.PorticoHome;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Opens the store that `PORTICO_OBJECTS` names.
public final class ObjectStores {

    private ObjectStores() {}

    /// Opens the store.
    ///
    /// @param setting a folder, `s3://bucket`, `s3://bucket/prefix`, or empty for the folder `objects` of the home
    public static Objects open(String setting, PorticoHome home) {
        if (setting.isEmpty()) {
            return new FolderObjects(home.folder().resolve("objects"));
        }
        if (!setting.startsWith("s3:")) {
            return new FolderObjects(Path.of(setting).toAbsolutePath());
        }
        URI address = URI.create(setting);
        String bucket = address.getAuthority();
        if (bucket == null) {
            throw new IllegalArgumentException("PORTICO_OBJECTS is \"" + setting + "\"; write s3://bucket");
        }
        String path = address.getPath().startsWith("/") ? address.getPath().substring(1) : address.getPath();
        String prefix = path.isEmpty() || path.endsWith("/") ? path : path + "/";
        return new S3Objects(client(), bucket, prefix, home.folder().resolve("spool"));
    }

    /// Endpoint, region and credentials come from the usual AWS_ variables, as every other tool reads them. Buckets are
    /// addressed by path, which every compatible service understands, and checksums are left to our own digests.
    private static S3Client client() {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(2))
                        .socketTimeout(Duration.ofSeconds(20)))
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        try {
            builder.region(DefaultAwsRegionProviderChain.builder().build().getRegion());
        } catch (SdkClientException noneIsNamed) {
            builder.region(Region.US_EAST_1);
        }
        return builder.build();
    }
}
