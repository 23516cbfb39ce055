package dev.portico.catalog.internal.descriptor;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The target that Jazzer drives: whatever the bytes, the reader yields documents and problems, and nothing else.
public final class DescriptorFuzz {

    private static final DescriptorReader READER = new DescriptorReader(
            new DescriptorLimits(1 << 16, 1 << 15, 1 << 14, 100, 50, 5_000, 100, 10),
            new DescriptorRules(true, DescriptorRules.UnknownKinds.ACCEPT, java.util.Set.of()));

    private DescriptorFuzz() {}

    /// Called by Jazzer. The first byte decides what stands around the rest, so that deep stages are reached soon.
    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        int shape = data.consumeInt(0, 3);
        byte[] rest = data.consumeRemainingAsBytes();
        read(
                switch (shape) {
                    case 0 -> rest;
                    case 1 ->
                        around("apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata:\n  name: a\nspec:\n  ", rest);
                    case 2 ->
                        around(
                                "apiVersion: backstage.io/v1alpha1\nkind: Component\nspec: {}\nmetadata: {name: a, ",
                                rest);
                    default ->
                        around(
                                "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: {name: a}\nspec:\n  definition:\n    $openapi: ",
                                rest);
                });
    }

    /// Reads and checks what has to hold of every outcome.
    static List<DescriptorDocument> read(byte[] content) {
        List<DescriptorDocument> documents = new ArrayList<>();
        READER.read(content, DescriptorOrigin.of("file:/x"), target -> content, documents::add);
        for (DescriptorDocument document : documents) {
            boolean refused = document.problems().stream()
                    .anyMatch(problem -> problem.stage().equals(document.stage().text()));
            if (document.valid() != (document.entity() != null) || (!document.valid() && !refused)) {
                throw new IllegalStateException("A document is neither good nor refused: " + document);
            }
            DescriptorEntity entity = document.entity();
            if (entity != null) {
                DescriptorCorpus.tree(entity.json());
            }
        }
        return documents;
    }

    private static byte[] around(String before, byte[] content) {
        byte[] start = before.getBytes(StandardCharsets.UTF_8);
        byte[] whole = java.util.Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        return whole;
    }
}
