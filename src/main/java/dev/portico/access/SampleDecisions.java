package dev.portico.access;

import dev.portico.kernel.Reader;
import java.util.Collection;

/// What the people of a sample company are to have used before the portal was there.
///
/// It counts in access reviews that the same job begins, as the last use of service tokens that it made, and
/// nowhere else: a replay runs over what people really asked for, and a review of a person's own making tells
/// of that alone.
public interface SampleDecisions {

    /// Writes them down, where decisions are recorded at all.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden for everybody but a job of Portico's own
    void add(Reader job, Collection<Past> decisions);

    /// Takes away what the job has written down.
    ///
    /// @throws dev.portico.kernel.Refusal.Forbidden for everybody but a job of Portico's own
    void remove(Reader job);

    /// Somebody was allowed something on a day gone by.
    ///
    /// @param subject    who: `account:jane`, `token:ci`
    /// @param permission what it took
    /// @param days       how many days ago, one at least
    record Past(String subject, String permission, int days) {

        public Past {
            if (days < 1) {
                throw new IllegalArgumentException("A past decision is a day old at least, not " + days);
            }
        }
    }
}
