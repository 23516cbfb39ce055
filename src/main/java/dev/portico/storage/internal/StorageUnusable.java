package dev.portico.storage.internal;

import org.jspecify.annotations.Nullable;

/// Why Portico cannot start on this storage, with what to do about it.
final class StorageUnusable extends RuntimeException {

    private final String remedy;

    StorageUnusable(String description, String remedy) {
        this(description, remedy, null);
    }

    StorageUnusable(String description, String remedy, @Nullable Throwable cause) {
        super(description, cause);
        this.remedy = remedy;
    }

    String description() {
        return String.valueOf(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
