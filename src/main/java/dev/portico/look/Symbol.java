package dev.portico.look;

import java.util.Locale;

/// The signs that Portico shows, drawn by Lucide. Each is a symbol of `themes/portico/icons.svg`; a test holds the two
/// together, so that the file carries no sign that nothing shows.
public enum Symbol {
    APP_WINDOW,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    BAN,
    BELL,
    BOOKMARK,
    BOX,
    BOXES,
    CHECK,
    CHEVRON_DOWN,
    CHEVRON_RIGHT,
    CHEVRONS_UP_DOWN,
    CIRCLE_CHECK,
    CIRCLE_DASHED,
    CIRCLE_QUESTION_MARK,
    CIRCLE_SLASH,
    CIRCLE_X,
    CLOCK,
    COG,
    COLUMNS_3,
    COMPASS,
    COPY,
    CPU,
    DATABASE,
    DOWNLOAD,
    ELLIPSIS,
    EXTERNAL_LINK,
    EYE,
    FILE,
    FILE_BRACES,
    FILE_CODE,
    FOLDER,
    FOLDER_GIT_2,
    FOLDER_SEARCH,
    FOLDER_SYNC,
    GIT_BRANCH,
    GIT_COMPARE_ARROWS,
    GLOBE,
    HISTORY,
    HOUSE,
    INFO,
    KEY_ROUND,
    KEYBOARD,
    LAYERS,
    LAYOUT_TEMPLATE,
    LIBRARY,
    LINK,
    LIST_FILTER,
    LOCK,
    LOG_IN,
    LOG_OUT,
    MAP_PIN,
    MAXIMIZE,
    MENU,
    MINUS,
    MONITOR,
    MOON,
    OCTAGON_ALERT,
    PACKAGE,
    PANEL_LEFT,
    PENCIL,
    PLUG,
    PLUG_ZAP,
    PLUS,
    REFRESH_CW,
    ROWS_3,
    SEARCH,
    SEND,
    SHIELD_HALF,
    SPARKLES,
    STAR,
    SUN,
    TAG,
    TERMINAL,
    TRASH_2,
    TRIANGLE_ALERT,
    UPLOAD,
    USER,
    USER_PLUS,
    USERS,
    WORKFLOW,
    X;

    private final String address =
            "themes/portico/icons.svg#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String drawing = "<svg><use href=\"" + address + "\"></use></svg>";

    /// Where the browser finds the drawing; relative to the page's base.
    public String address() {
        return address;
    }

    /// The drawing as HTML. The same text for all sessions, each of which holds dozens of signs.
    String drawing() {
        return drawing;
    }
}
