package dev.portico.api.backstage;

import dev.portico.search.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Keeps some paths of a JSON object, by its bytes: what is kept is copied, what is not is stepped over, and nothing is
/// built in between.
///
/// Keys may hold dots, so at each object a path goes on with the shortest of its beginnings that is a key there.
/// The JSON is the index's own, so it is well-formed. Used once.
final class Projection {

    private final byte[] json;
    private byte[] kept = new byte[512];
    private int length;

    Projection(byte[] json) {
        this.json = json;
    }

    /// The object with nothing but what the paths lead to; empty where they lead nowhere.
    Json keep(Collection<String> paths) {
        int start = blanks(0);
        if (!object(start, paths)) {
            return Json.of("{}");
        }
        return Json.of(kept, 0, length);
    }

    /// Writes what is kept of the object; false, and nothing, where that is nothing.
    private boolean object(int start, Collection<String> paths) {
        Map<String, Value> values = values(start);
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String path : paths) {
            String key = key(path, values);
            if (key != null) {
                wanted.computeIfAbsent(key, any -> new ArrayList<>(2))
                        .add(path.length() == key.length() ? "" : path.substring(key.length() + 1));
            }
        }
        int before = length;
        boolean any = false;
        write((byte) '{');
        for (Map.Entry<String, List<String>> part : wanted.entrySet()) {
            int rollback = length;
            Value value = Objects.requireNonNull(values.get(part.getKey()));
            if (any) {
                write((byte) ',');
            }
            copy(value.keyStart, value.start);
            if (part.getValue().contains("")) {
                copy(value.start, value.end);
                any = true;
            } else if (json[value.start] == '{' && object(value.start, part.getValue())) {
                any = true;
            } else {
                length = rollback;
            }
        }
        write((byte) '}');
        if (!any) {
            length = before;
        }
        return any;
    }

    private static @Nullable String key(String path, Map<String, Value> values) {
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            String begin = path.substring(0, dot);
            if (values.containsKey(begin)) {
                return begin;
            }
        }
        return values.containsKey(path) ? path : null;
    }

    private Map<String, Value> values(int start) {
        Map<String, Value> values = new LinkedHashMap<>();
        int at = blanks(start + 1);
        while (json[at] != '}') {
            int keyEnd = string(at);
            String key = text(at, keyEnd);
            int value = blanks(blanks(keyEnd) + 1);
            int end = value(value);
            values.put(key, new Value(at, value, end));
            at = blanks(end);
            if (json[at] == ',') {
                at = blanks(at + 1);
            }
        }
        return values;
    }

    private String text(int start, int end) {
        for (int i = start; i < end; i++) {
            if (json[i] == '\\') {
                return JsonMapper.shared().readValue(json, start, end - start, String.class);
            }
        }
        return new String(json, start + 1, end - start - 2, StandardCharsets.UTF_8);
    }

    /// The end of the value that begins here.
    private int value(int start) {
        byte first = json[start];
        if (first == '"') {
            return string(start);
        }
        if (first != '{' && first != '[') {
            int at = start;
            while (at < json.length && json[at] != ',' && json[at] != '}' && json[at] != ']' && json[at] > ' ') {
                at++;
            }
            return at;
        }
        int depth = 0;
        int at = start;
        do {
            byte b = json[at];
            if (b == '"') {
                at = string(at);
                continue;
            }
            depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
            at++;
        } while (depth > 0);
        return at;
    }

    /// The end of the string that begins here.
    private int string(int start) {
        int at = start + 1;
        while (json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int blanks(int start) {
        int at = start;
        while (json[at] <= ' ' && json[at] >= 0) {
            at++;
        }
        return at;
    }

    private void copy(int start, int end) {
        room(end - start);
        System.arraycopy(json, start, kept, length, end - start);
        length += end - start;
    }

    private void write(byte b) {
        room(1);
        kept[length++] = b;
    }

    private void room(int more) {
        if (length + more > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(length + more, kept.length * 2));
        }
    }

    /// Where a value is, and the key before it.
    private record Value(int keyStart, int start, int end) {}
}
