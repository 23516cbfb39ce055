package dev.portico.catalog;

import dev.portico.catalog.internal.descriptor.DescriptorFiles;
import dev.portico.catalog.internal.descriptor.DescriptorFiles.Found;
import dev.portico.catalog.internal.descriptor.DescriptorFiles.Use;
import dev.portico.catalog.internal.descriptor.DescriptorLimits;
import dev.portico.catalog.internal.descriptor.DescriptorOrigin;
import dev.portico.catalog.internal.descriptor.DescriptorReader;
import dev.portico.catalog.internal.descriptor.DescriptorRules;
import dev.portico.catalog.internal.descriptor.PlaceholderSource;
import dev.portico.catalog.internal.descriptor.ValidationReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `portico validate [--json] PATH…`: judges descriptors without a server.
///
/// Files are read as they are; folders are searched for `*.yaml`, `*.yml` and `*.json`, and it is said which links were
/// passed over or refused, and why. Placeholders are answered with stubs, so that nothing but the descriptors
/// themselves is read. Kinds are judged as the format has them: AiResource and everything else that is not built in is
/// unknown.
public final class ValidateCommand {

    private static final PlaceholderSource STUBS = target -> "{}".getBytes(StandardCharsets.UTF_8);
    private static final String USAGE = "Usage: portico validate [--json] PATH…";

    private ValidateCommand() {}

    /// Runs the command.
    ///
    /// @param out takes one JSON object a line with `--json`, else text grouped by file
    /// @param err takes what is wrong with the arguments or the files themselves
    /// @return the exit code: 0 when every entity is valid, 1 when one is not or a link is refused, 2 when a path
    ///     cannot be read or the arguments make no sense
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        boolean json = false;
        List<String> paths = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.equals("--json")) {
                json = true;
            } else if (argument.startsWith("--")) {
                err.println("portico validate knows no option " + argument + ". " + USAGE);
                return 2;
            } else {
                paths.add(argument);
            }
        }
        if (paths.isEmpty()) {
            err.println("Name at least one file or folder. " + USAGE);
            return 2;
        }
        ValidationReport report = new ValidationReport(out, json);
        boolean unread = false;
        for (String path : paths) {
            unread |= !path(Path.of(path), report, err);
        }
        report.end();
        return unread ? 2 : report.allGood() ? 0 : 1;
    }

    private static boolean path(Path path, ValidationReport report, PrintStream err) {
        DescriptorReader reader = new DescriptorReader(DescriptorLimits.standard(), DescriptorRules.standard());
        try {
            List<Found> files = DescriptorFiles.under(path);
            if (files.isEmpty()) {
                err.println("There is no descriptor in " + path + ": no file ends in .yaml, .yml or .json.");
            }
            boolean all = true;
            for (Found found : files) {
                if (found.use() == Use.READ) {
                    all &= file(found.file(), reader, report, err);
                } else {
                    report.leftOut(found);
                }
            }
            return all;
        } catch (NoSuchFileException e) {
            err.println("There is no file or folder " + path + ".");
        } catch (IOException e) {
            err.println("Cannot read " + path + ": " + e.getMessage());
        }
        return false;
    }

    /// Judges one file; one that cannot be read hides no other.
    private static boolean file(Path file, DescriptorReader reader, ValidationReport report, PrintStream err) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            err.println("There is no file or folder " + file + ".");
            return false;
        } catch (IOException e) {
            err.println("Cannot read " + file + ": " + e.getMessage());
            return false;
        }
        report.file();
        DescriptorOrigin origin =
                DescriptorOrigin.of("file:" + file.toAbsolutePath().normalize());
        reader.read(content, origin, STUBS, document -> report.document(file, document));
        return true;
    }
}
