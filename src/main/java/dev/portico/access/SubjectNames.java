package dev.portico.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What people call those whom the trail and reviews name by subject. It tells names to whoever knows the subjects; it
/// asks nobody whether they may.
public interface SubjectNames {

    /// The words for each of them: `Marta Lindqvist` for `account:marta`, `Marta Lindqvist, by the token
    /// laptop` for `token:marta/laptop`. An account that is gone keeps its name, and what is no subject says
    /// itself. Costs one query.
    Map<String, String> of(Collection<String> subjects);

    /// The words for one.
    default String of(String subject) {
        return of(List.of(subject)).getOrDefault(subject, subject);
    }
}
