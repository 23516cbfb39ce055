package dev.portico.access.internal;

import com.google.re2j.Pattern;
import dev.portico.kernel.Refusal;
import java.util.Locale;

/// The names of accounts and tokens.
final class Names {

    static final int LONGEST = 63;
    private static final Pattern FITS = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?");
    private static final Pattern UNFIT = Pattern.compile("[^a-z0-9._-]+");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");

    private Names() {}

    /// The name, if it is one.
    static String checked(String what, String name) {
        if (!FITS.matches(name)) {
            throw new Refusal.InvalidInput(
                    what + "-name",
                    "\"" + shortened(name) + "\" is no name for " + (what.equals("account") ? "an " : "a ") + what
                            + "; use 1 to 63 of a-z, 0-9, \".\", \"_\" and \"-\","
                            + " beginning and ending with a letter or digit");
        }
        return name;
    }

    /// What a person typed as their name. Without the character that no text in the database may hold: with its
    /// substitute it is nobody's name.
    static String typed(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace('\0', '\uFFFD');
    }

    /// A name made of what a provider calls a person; empty where nothing usable is left.
    static String madeOf(String claim) {
        int at = claim.indexOf('@');
        String local = at > 0 ? claim.substring(0, at) : claim;
        String fit = UNFIT.matcher(local.toLowerCase(Locale.ROOT)).replaceAll("-");
        String cut = fit.substring(0, Math.min(fit.length(), LONGEST - 10));
        return EDGES.matcher(cut).replaceAll("");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST + 1 ? text : text.substring(0, LONGEST) + "…";
    }
}
