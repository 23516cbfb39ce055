package dev.portico.storage.internal.objects;

import dev.portico.kernel.Refusal;
import dev.portico.storage.ObjectId;
import dev.portico.storage.Objects;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Objects in a bucket, each under its digest, below an optional prefix. The bucket exists already.
///
/// Content is spooled to a file first, since its name is known only at its end.
public final class S3Objects implements Objects, AutoCloseable {

    private final S3Client client;
    private final String bucket;
    private final String prefix;
    private final Path spool;

    /// @param prefix empty, or something that ends in `/`
    /// @param spool  a folder for content on its way
    public S3Objects(S3Client client, String bucket, String prefix, Path spool) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
        this.spool = spool;
    }

    @Override
    public Stored put(InputStream content) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(spool), "object", "");
        try {
            MessageDigest digest = Digests.sha256();
            long size;
            try (DigestOutputStream output = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                size = content.transferTo(output);
            }
            ObjectId id = ObjectId.of(digest.digest());
            if (!exists(id)) {
                answer(() ->
                        client.putObject(request -> request.bucket(bucket).key(key(id)), RequestBody.fromFile(file)));
            }
            return new Stored(id, size);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public Optional<InputStream> open(ObjectId id) {
        return answer(() -> {
            try {
                return Optional.of(new VerifiedStream(
                        client.getObject(request -> request.bucket(bucket).key(key(id))), id));
            } catch (NoSuchKeyException absent) {
                return Optional.empty();
            }
        });
    }

    @Override
    public boolean exists(ObjectId id) {
        return answer(() -> {
            try {
                client.headObject(request -> request.bucket(bucket).key(key(id)));
                return true;
            } catch (NoSuchKeyException absent) {
                return false;
            }
        });
    }

    @Override
    public void delete(ObjectId id) {
        answer(() -> client.deleteObject(request -> request.bucket(bucket).key(key(id))));
    }

    @Override
    public void each(Consumer<ObjectId> visitor) {
        Iterable<S3Object> found = answer(() -> client.listObjectsV2Paginator(
                        request -> request.bucket(bucket).prefix(prefix))
                .contents());
        answer(() -> {
            for (S3Object object : found) {
                String name = object.key().substring(prefix.length());
                if (name.length() == 64) {
                    visitor.accept(new ObjectId(name));
                }
            }
            return found;
        });
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(ObjectId id) {
        return prefix + id.sha256();
    }

    private <T> T answer(Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            String why = e instanceof S3Exception refused && refused.statusCode() == 403
                    ? "The object store refuses Portico's credentials; an admin has to look at AWS_ACCESS_KEY_ID and"
                            + " AWS_SECRET_ACCESS_KEY."
                    : "The object store does not answer at the moment; try again later.";
            Refusal.Unavailable refusal = new Refusal.Unavailable("objects-away", why);
            refusal.initCause(e);
            throw refusal;
        }
    }
}
