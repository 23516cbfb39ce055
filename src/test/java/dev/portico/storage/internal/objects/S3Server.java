package dev.portico.storage.internal.objects;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// An S3 server on a free port of loopback, which keeps files in a folder and checks signatures.
///
/// The build lays its jars out in `target/s3proxy`; they are loaded apart from the tests' own class path.
public final class S3Server implements AutoCloseable {

    /// The one access key that it knows.
    public static final String ACCESS_KEY = "portico";

    private final URLClassLoader loader;
    private final Object server;

    private S3Server(URLClassLoader loader, Object server) {
        this.loader = loader;
        this.server = server;
    }

    public static S3Server start(Path folder, String secretKey) throws Exception {
        URLClassLoader loader = new URLClassLoader(jars(), S3Server.class.getClassLoader());
        Class<?> builderType = loader.loadClass("org.gaul.s3proxy.S3Proxy$Builder");
        Class<?> storeType = loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore");
        Class<?> authentication = loader.loadClass("org.gaul.s3proxy.auth.AuthenticationType");
        Object store = loader.loadClass("org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore")
                .getConstructor(String.class)
                .newInstance(Files.createDirectories(folder).toString());
        Object builder = loader.loadClass("org.gaul.s3proxy.S3Proxy")
                .getMethod("builder")
                .invoke(null);
        builderType.getMethod("blobStore", storeType).invoke(builder, store);
        builderType.getMethod("endpoint", URI.class).invoke(builder, URI.create("http://127.0.0.1:0"));
        builderType
                .getMethod("awsAuthentication", authentication, String.class, String.class)
                .invoke(builder, constant(authentication, "AWS_V4"), ACCESS_KEY, secretKey);
        Object server = builderType.getMethod("build").invoke(builder);
        call(server, "start");
        return new S3Server(loader, server);
    }

    public URI endpoint() throws Exception {
        return URI.create("http://127.0.0.1:" + call(server, "getPort"));
    }

    @Override
    public void close() throws Exception {
        call(server, "stop");
        loader.close();
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Object constant(Class<?> type, String name) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> constant.toString().equalsIgnoreCase(name)
                        || ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static URL[] jars() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", "s3proxy"))) {
            List<Path> jars = files.toList();
            URL[] urls = new URL[jars.size()];
            for (int i = 0; i < urls.length; i++) {
                urls[i] = jars.get(i).toUri().toURL();
            }
            return urls;
        }
    }
}
