package dev.portico.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// Seeded chance, in the turns of phrase that generators need.
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /// A number from 0, and below the bound.
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /// Up to so many of the choices, some perhaps twice.
    <T> List<T> some(int most, List<T> choices) {
        List<T> chosen = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            chosen.add(one(choices));
        }
        return chosen;
    }

    UUID uuid() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & ~(0b11L << 62)) | Long.MIN_VALUE);
    }

    /// The text with its ASCII letters in another case, mostly as it was.
    String otherCase(String text) {
        return switch (random.nextInt(6)) {
            case 0 -> mapped(text, true);
            case 1 -> mapped(text, false);
            default -> text;
        };
    }

    private static String mapped(String text, boolean upper) {
        StringBuilder mapped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean ascii = letter < 128;
            mapped.append(
                    ascii && upper ? Character.toUpperCase(letter) : ascii ? Character.toLowerCase(letter) : letter);
        }
        return mapped.toString();
    }
}
