package dev.portico.specification;

/// A catalog's read calls, as a client sees them: the model is one, the portal under test another.
///
/// Paths begin after `/api/catalog`, as in `/entities?limit=3`, and are percent-encoded.
public interface ReadApi {

    Answer get(String pathAndQuery);

    Answer post(String pathAndQuery, String json);

    /// What came back.
    ///
    /// @param body the text of the body, empty if there was none
    /// @param link the value of the header `Link`, empty if there was none
    record Answer(int status, String body, String link) {

        public Answer(int status, String body) {
            this(status, body, "");
        }
    }
}
