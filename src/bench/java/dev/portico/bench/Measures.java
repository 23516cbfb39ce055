package dev.portico.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a benchmark measured: for each measure its value and unit, and where there were several tries their median
/// and 99th percentile, and the CPU time that the portal's process spent on it.
final class Measures {

    private final Map<String, Map<String, Object>> measures = new LinkedHashMap<>();

    /// Adds a measure of one try.
    void add(String name, double value, String unit, @Nullable Double cpuMillis) {
        add(name, value, unit, new double[] {value}, cpuMillis);
    }

    /// Adds a measure of several tries.
    ///
    /// @param tries what each try took, in the unit
    void add(String name, double value, String unit, double[] tries, @Nullable Double cpuMillis) {
        double[] sorted = tries.clone();
        Arrays.sort(sorted);
        Map<String, Object> measure = new LinkedHashMap<>();
        measure.put("value", rounded(value));
        measure.put("unit", unit);
        measure.put("p50", rounded(percentile(sorted, 50)));
        measure.put("p99", rounded(percentile(sorted, 99)));
        if (cpuMillis != null) {
            measure.put("cpuMs", rounded(cpuMillis));
        }
        measures.put(name, measure);
    }

    /// All measures as one line of JSON.
    String json() {
        return JsonMapper.shared().writeValueAsString(measures);
    }

    /// All measures as a table for people.
    String table() {
        StringBuilder table = new StringBuilder();
        measures.forEach((name, measure) -> table.append(String.format(
                "%-56s %12s %-8s cpu %s%n",
                name,
                measure.get("value"),
                measure.get("unit"),
                Objects.requireNonNullElse(measure.get("cpuMs"), "-"))));
        return table.toString();
    }

    private static double percentile(double[] sorted, int percent) {
        int index = (int) Math.ceil(percent / 100.0 * sorted.length) - 1;
        return sorted[Math.max(0, index)];
    }

    private static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
