package dev.portico.storage.internal.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.kernel.Refusal;
import dev.portico.storage.ObjectId;
import dev.portico.storage.Objects;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Runs against a real S3 server on loopback, which checks signatures.
final class S3ObjectsTest extends ObjectsContract {

    private static final String BUCKET = "artifacts";
    private static final String SECRET = "a-secret-of-the-test";

    @TempDir
    private static Path folder;

    private static S3Server server;
    private static S3Client client;

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.start(folder.resolve("s3"), SECRET);
        client = client(SECRET, server.endpoint());
        client.createBucket(request -> request.bucket(BUCKET));
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void objects_of_others_in_the_bucket_are_left_alone() {
        client.putObject(request -> request.bucket(BUCKET).key("somebody/elses"), RequestBody.fromString("x"));
        objects().each(id -> assertThat(id.sha256()).hasSize(64));
    }

    @Test
    void wrong_credentials_are_refused_with_the_remedy() throws Exception {
        try (S3Client stranger = client("another-secret-entirely", server.endpoint())) {
            Objects objects = new S3Objects(stranger, BUCKET, "", folder.resolve("spool"));
            assertThatThrownBy(() -> objects.exists(new ObjectId("0".repeat(64))))
                    .isInstanceOf(Refusal.Unavailable.class)
                    .hasMessageContaining("AWS_SECRET_ACCESS_KEY");
        }
    }

    @Test
    void a_store_that_does_not_answer_is_refused_as_unavailable() {
        try (S3Client nobody = client(SECRET, URI.create("http://127.0.0.1:1"))) {
            Objects objects = new S3Objects(nobody, BUCKET, "", folder.resolve("spool"));
            assertThatThrownBy(() -> objects.open(new ObjectId("0".repeat(64))))
                    .isInstanceOf(Refusal.Unavailable.class)
                    .hasMessageContaining("try again later");
        }
    }

    @Override
    Objects objects() {
        return new S3Objects(client, BUCKET, "kept/", folder.resolve("spool"));
    }

    @Override
    void damage(ObjectId id, byte[] content) {
        client.putObject(request -> request.bucket(BUCKET).key("kept/" + id), RequestBody.fromBytes(content));
    }

    private static S3Client client(String secret, URI endpoint) {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(2)))
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(S3Server.ACCESS_KEY, secret)))
                .build();
    }
}
