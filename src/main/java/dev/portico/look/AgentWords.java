package dev.portico.look;

import java.util.Locale;

/// What a browser calls itself, in words: `Firefox on Linux`. Only a name to recognise it by.
public final class AgentWords {

    /// Those that others pretend to be come last.
    private static final String[][] BROWSERS = {
        {"edg", "Edge"}, {"opr/", "Opera"}, {"firefox", "Firefox"}, {"chrome", "Chrome"}, {"safari", "Safari"}
    };

    private static final String[][] SYSTEMS = {
        {"android", "Android"},
        {"iphone", "an iPhone"},
        {"ipad", "an iPad"},
        {"windows", "Windows"},
        {"mac os", "macOS"},
        {"linux", "Linux"}
    };

    private AgentWords() {}

    /// The words for what a browser sends as `User-Agent`.
    public static String of(String agent) {
        String browser = named(agent, BROWSERS);
        String system = named(agent, SYSTEMS);
        String words = browser.isEmpty() ? "A browser" : browser;
        return system.isEmpty() ? words : words + " on " + system;
    }

    private static String named(String agent, String[][] names) {
        String lower = agent.toLowerCase(Locale.ROOT);
        for (String[] name : names) {
            if (lower.contains(name[0])) {
                return name[1];
            }
        }
        return "";
    }
}
