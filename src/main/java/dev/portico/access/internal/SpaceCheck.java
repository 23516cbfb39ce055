package dev.portico.access.internal;

import dev.portico.access.Space;
import dev.portico.access.Spaces;
import dev.portico.kernel.EntityRef;
import dev.portico.kernel.PlainText;
import dev.portico.kernel.Refusal;
import java.util.Map;

/// Says whether a space may be as it is wanted.
final class SpaceCheck {

    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_SETTINGS = 100;

    private SpaceCheck() {}

    /// The space without characters that show nothing, if it may be one.
    static Space checked(Space typed) {
        Space space = new Space(
                typed.name(),
                PlainText.line(typed.title()),
                PlainText.lines(typed.description()),
                typed.groups(),
                typed.settings(),
                typed.version(),
                typed.createdBy(),
                typed.createdAt(),
                typed.changedAt());
        if (space.title().isBlank() || space.title().length() > LONGEST_TITLE) {
            throw refused("The title of a space has 1 to " + LONGEST_TITLE + " characters; choose another");
        }
        if (space.description().length() > LONGEST_TEXT) {
            throw refused("The description of a space has at most " + LONGEST_TEXT + " characters; shorten it");
        }
        if (space.groups().size() > Spaces.MOST_GROUPS) {
            throw refused("A space has at most " + Spaces.MOST_GROUPS + " root groups; name a group above them");
        }
        for (EntityRef group : space.groups()) {
            if (!group.kind().equals("group")) {
                throw refused(group + " is no group; the root groups of a space are refs such as group:default/name");
            }
        }
        if (space.settings().size() > MOST_SETTINGS) {
            throw refused("A space has at most " + MOST_SETTINGS + " settings; take some away");
        }
        for (Map.Entry<String, String> setting : space.settings().entrySet()) {
            if (setting.getKey().isBlank()
                    || setting.getKey().length() > LONGEST_TITLE
                    || setting.getValue().length() > LONGEST_TEXT) {
                throw refused("The key of a setting has 1 to " + LONGEST_TITLE + " characters, its value at most "
                        + LONGEST_TEXT + "; shorten them");
            }
        }
        return space;
    }

    private static Refusal.InvalidInput refused(String message) {
        return new Refusal.InvalidInput("space", message);
    }
}
