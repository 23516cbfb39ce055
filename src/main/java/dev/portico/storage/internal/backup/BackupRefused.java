package dev.portico.storage.internal.backup;

/// Why a backup or restore was not carried out; the message says what to do.
public final class BackupRefused extends Exception {

    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
