package dev.portico.storage.internal.settings;

/// A setting that does not fit. The message is one line for whoever starts the portal, and holds no secret.
public final class SettingRefused extends RuntimeException {

    SettingRefused(String line) {
        super(line);
    }
}
