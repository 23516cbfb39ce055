package dev.portico.notifications;

import java.time.Instant;
import java.util.UUID;

/// What an account was told.
///
/// @param kind  what it is about, such as `access.request`
/// @param title what happened, as a sentence
/// @param text  what else there is to know; may be empty
/// @param link  the page to look at, relative to the portal's root; empty for none
/// @param read  whether its reader has seen it
public record Notification(
        UUID id, String kind, String title, String text, String link, Instant sentAt, boolean read) {}
