package dev.portico.notifications;

/// What an account is to be told.
///
/// @param kind  what it is about, such as `access.request`
/// @param title what happened, as a sentence
/// @param text  what else there is to know; may be empty
/// @param link  the page to look at, relative to the portal's root; empty for none
public record NewNotification(String kind, String title, String text, String link) {

    public NewNotification {
        if (kind.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("A notification has a kind and a title");
        }
        if (link.startsWith("/") || (link.contains(":") && link.indexOf(':') < link.indexOf('/'))) {
            throw new IllegalArgumentException("A notification leads to a page of the portal, and not to " + link);
        }
    }
}
