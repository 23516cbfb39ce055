package dev.portico.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The command `bench NAME [--entities N] [--only MEASURE] [--json]`.
///
/// Its last line is one JSON object, `{"measure": {"value", "unit", "p50", "p99", "cpuMs"}, …}`. `cpuMs` is the CPU
/// time of the portal's process, without PostgreSQL's. Exit 1 when an answer was wrong.
public final class Benchmarks {

    private static final int ENTITIES = 10_000;
    private static final Map<String, Benchmark> BENCHMARKS = new TreeMap<>(Map.of(
            "access",
            (application, entities, only) -> AccessBenchmark.run(application, entities),
            "catalog",
            CatalogBenchmark::run,
            "ingest",
            (application, entities, only) -> IngestBenchmark.run(application, entities),
            "overload",
            (application, entities, only) -> OverloadBenchmark.run(application, entities),
            "rebuild",
            (application, entities, only) -> RebuildBenchmark.run(application, entities),
            "ui",
            UiBenchmark::run));

    private Benchmarks() {}

    /// Carries out the command.
    ///
    /// @param application the class that starts the portal
    public static int run(Class<?> application, List<String> arguments, PrintStream out, PrintStream err) {
        Benchmark benchmark = arguments.isEmpty() ? null : BENCHMARKS.get(arguments.getFirst());
        if (benchmark == null) {
            err.println("portico bench: name a benchmark. There are: " + String.join(", ", BENCHMARKS.keySet())
                    + " [--entities N] [--only MEASURE] [--json]");
            return 2;
        }
        try {
            Measures measures = benchmark.run(application, entities(arguments), option(arguments, "--only", ""));
            if (!arguments.contains("--json")) {
                out.print(measures.table());
            }
            out.println(measures.json());
            return 0;
        } catch (IOException | RuntimeException failed) {
            err.println("portico bench: " + failed.getMessage());
            return 1;
        }
    }

    private static int entities(List<String> arguments) {
        return Integer.parseInt(option(arguments, "--entities", Integer.toString(ENTITIES)));
    }

    private static String option(List<String> arguments, String name, String otherwise) {
        int at = arguments.indexOf(name);
        return at < 0 ? otherwise : arguments.get(at + 1);
    }

    private interface Benchmark {

        /// @param only the beginning of the names of the measures to take; empty for all
        Measures run(Class<?> application, int entities, String only) throws IOException;
    }
}
