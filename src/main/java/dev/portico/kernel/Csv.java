package dev.portico.kernel;

import java.io.IOException;
import java.util.List;

/// Tables for spreadsheets, as RFC 4180 has them.
///
/// A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab
/// or a line break) gets a `'` before it, so that what somebody wrote is never run. Source: OWASP, CSV injection.
public final class Csv {

    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    /// Writes one row.
    public static void row(Appendable out, List<String> cells) throws IOException {
        for (int at = 0; at < cells.size(); at++) {
            out.append(at == 0 ? "" : ",").append(cell(cells.get(at)));
        }
        out.append("\r\n");
    }

    /// One cell: harmless to a spreadsheet, and quoted where it has to be.
    public static String cell(String text) {
        String harmless = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
