package dev.portico;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A machine made of shell scripts, with Java 17, Node 20 and an npm on PATH, and a project that holds the launcher's
/// own text. Its JDKs, its npm and its Maven only say that they were called, and how. The folder of system-wide JDKs is
/// swapped for one of its own.
final class LauncherMachine {

    private static final List<String> TOOLS =
            List.of("sed", "dirname", "readlink", "find", "head", "cat", "mkdir", "mv", "cp", "id", "chmod");

    final Path folder;
    final Path project;
    final Path home;
    final Path path;
    final Path jvms;

    LauncherMachine(Path folder) throws IOException {
        this.folder = folder;
        project = Files.createDirectories(folder.resolve("a project"));
        home = Files.createDirectories(folder.resolve("home of jane"));
        path = Files.createDirectories(folder.resolve("bin"));
        jvms = Files.createDirectories(folder.resolve("jvm"));
        layOutProject();
        for (String tool : TOOLS) {
            script(path.resolve(tool), "exec " + tool(tool) + " \"$@\"");
        }
        Path java17 = jdk(jvms.resolve("java-17"), "17.0.15");
        Files.createSymbolicLink(path.resolve("java"), java17.resolve("bin/java"));
        Files.createSymbolicLink(path.resolve("javac"), java17.resolve("bin/javac"));
        script(path.resolve("chromium"), "exit 0");
        script(path.resolve("node"), "echo v20.20.2");
        script(path.resolve("npm"), """
                echo "npm in $(pwd): $*" >>'%s'
                mkdir -p .node/bin
                printf '#!/bin/sh\\necho v24.21.0\\n' >.node/bin/node
                chmod +x .node/bin/node
                """.formatted(calls()));
    }

    private void layOutProject() throws IOException {
        String launcher = Files.readString(Path.of("portico")).replace("/usr/lib/jvm/*", "'" + jvms + "'/*");
        script(project.resolve("portico"), launcher);
        script(project.resolve("mvnw"), """
                echo "mvnw in $(pwd) on $JAVA_HOME: $*" >>'%s'
                [ ! -e fail ] || exit 1
                mkdir -p target/classes
                echo a.jar:b.jar >target/classpath
                """.formatted(calls()));
        Files.createDirectories(project.resolve("src/main/java"));
        Files.writeString(project.resolve("src/main/java/A.java"), "class A {}");
        Files.writeString(project.resolve("pom.xml"), "<project/>");
    }

    Path jdk25() throws IOException {
        return jdk(jvms.resolve("temurin-25"), "25.0.3");
    }

    static Path jdk(Path jdk, String version) throws IOException {
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        script(jdk.resolve("bin/javac"), "echo javac " + version);
        script(jdk.resolve("bin/java"), "echo \"java of " + jdk + " in $(pwd) home $PORTICO_HOME: $*\"");
        return jdk;
    }

    Run run(String... arguments) throws Exception {
        return run(project.resolve("portico"), Map.of(), arguments);
    }

    /// Runs the launcher in the user's home, with nothing of this machine's environment.
    Run run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", path.toString(), "HOME", home.toString()));
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("The launcher still runs after 30 s");
        }
        return new Run(process.exitValue(), Files.readString(out), Files.readString(errors));
    }

    record Run(int exit, String out, String errors) {}

    /// The calls of `npm` or `mvnw` so far, oldest first.
    List<String> calls(String tool) throws IOException {
        if (!Files.exists(calls())) {
            return List.of();
        }
        return Files.readAllLines(calls()).stream()
                .filter(call -> call.startsWith(tool))
                .toList();
    }

    private Path calls() {
        return folder.resolve("calls");
    }

    static void script(Path file, String text) throws IOException {
        Files.writeString(file, text.startsWith("#!") ? text : "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Gives the file, or folder, a time that is later than that of any build so far.
    static void touch(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
    }

    private static Path tool(String name) {
        return List.of("/usr/bin", "/bin").stream()
                .map(bin -> Path.of(bin, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }
}
