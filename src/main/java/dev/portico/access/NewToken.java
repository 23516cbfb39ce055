package dev.portico.access;

/// A token that was just made, with its text, which is shown this once.
///
/// @param text what goes into `Authorization: Bearer …`
public record NewToken(TokenSummary token, String text) {

    /// Without the text.
    @Override
    public String toString() {
        return "NewToken[" + token + "]";
    }
}
