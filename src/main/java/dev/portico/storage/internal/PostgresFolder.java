package dev.portico.storage.internal;

import dev.portico.storage.PorticoHome;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/// The folder `postgres` of the home: the cluster, its passwords, its port, its log and the unpacked programs.
record PostgresFolder(Path folder) {

    private static final int LONGEST_SOCKET_FOLDER = 80;

    static PostgresFolder of(PorticoHome home) {
        return new PostgresFolder(home.folder("postgres"));
    }

    Path data() {
        return folder.resolve("data");
    }

    /// Where a cluster is made before it takes its place, so that a half-made one is never used.
    Path unfinished() {
        return folder.resolve("data.unfinished");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Path superuserPasswordFile() {
        return folder.resolve("superuser.password");
    }

    /// The password of the role `postgres`, which only starts, stops and repairs.
    String superuserPassword() throws IOException {
        return password(superuserPasswordFile());
    }

    /// The password of the role `portico`, which owns the tables.
    String password() throws IOException {
        return password(folder.resolve("portico.password"));
    }

    /// The folder of the server's socket, or empty where its path is too long for one.
    Optional<Path> socketFolder() throws IOException {
        Path socket = folder.resolve("socket");
        if (socket.toString().length() > LONGEST_SOCKET_FOLDER) {
            return Optional.empty();
        }
        Files.createDirectories(socket);
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rwx------"));
        return Optional.of(socket);
    }

    /// The port of the last start.
    Optional<Integer> port() throws IOException {
        Path file = folder.resolve("port");
        return Files.exists(file)
                ? Optional.of(Integer.valueOf(Files.readString(file).strip()))
                : Optional.empty();
    }

    void rememberPort(int port) throws IOException {
        replace(folder.resolve("port"), Integer.toString(port));
    }

    /// Writes a file in one step: a reader sees the old text or the new.
    static void replace(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String password(Path file) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
        } catch (FileAlreadyExistsException kept) {
            // made by an earlier start
        }
        String password = Files.readString(file).strip();
        if (password.isEmpty()) {
            Files.delete(file);
            return password(file);
        }
        return password;
    }
}
