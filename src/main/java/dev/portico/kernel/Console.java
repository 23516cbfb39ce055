package dev.portico.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What is said to the person who started the portal, and to nobody else: it goes to the console in UTF-8 and into no
/// log. The place for a password that is shown once.
public final class Console {

    private Console() {}

    /// Prints a text as it is.
    public static void print(String text) {
        PrintStream console = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        console.print(text);
        console.flush();
    }
}
