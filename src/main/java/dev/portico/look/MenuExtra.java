package dev.portico.look;

/// An entry of the drawer for readers for whom something waits there, beside the pages of the menu.
///
/// @param path  where it leads, relative to the portal's root
/// @param order where it stands among the pages of the menu
/// @param count how much waits; 0 shows no number
public record MenuExtra(String title, String path, Symbol symbol, double order, long count) {}
