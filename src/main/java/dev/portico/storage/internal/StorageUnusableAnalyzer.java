package dev.portico.storage.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows a person why Portico did not start, instead of a stack trace.
final class StorageUnusableAnalyzer extends AbstractFailureAnalyzer<StorageUnusable> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StorageUnusable cause) {
        return new FailureAnalysis(cause.description(), cause.remedy(), rootFailure);
    }
}
