package dev.portico.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portico.kernel.AskAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem document as RFC 9457 describes it, with Portico's own members.
///
/// @param type       `urn:portico:problem:` and the code
/// @param title      the kind of problem in a few words
/// @param status     the HTTP status
/// @param detail     what is wrong with what, and what to do
/// @param code       stable; clients may rely on it
/// @param request    the id by which the log knows the request
/// @param permission the permission that was missing
/// @param ask        how to ask for that permission; for people with an account alone
/// @param problems   what did not fit in the body or the parameters
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String request,
        @Nullable String permission,
        @Nullable Ask ask,
        List<Misfit> problems) {

    /// How to ask for access: `POST` the body, with a `reason`, to the address; or send a person to the page.
    ///
    /// @param href the address that takes requests
    /// @param body what to send, without the reason
    /// @param page the page where a person asks for it
    record Ask(String href, Wanted body, String page) {

        /// @param permission the permission that was missing
        /// @param thing      the thing that it was asked about
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Wanted(String permission, @Nullable String thing) {}

        static Ask of(String permission, @Nullable String thing) {
            return new Ask(
                    "/api/portico/access/requests",
                    new Wanted(permission, thing),
                    "/" + AskAddress.of(permission, thing));
        }
    }

    /// One thing that did not fit.
    ///
    /// @param field   the field's path, such as `roles[0]`, or the parameter's name; empty for the document itself
    /// @param place   `body`, with line and column where they are known, `path`, `query` or `header`
    /// @param message what is wrong
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Misfit(String field, String place, String message) {}

    static Problem of(int status, String title, String code, String detail, String request) {
        return new Problem("urn:portico:problem:" + code, title, status, detail, code, request, null, null, List.of());
    }

    Problem lacking(String missing, @Nullable Ask asking) {
        return new Problem(type, title, status, detail, code, request, missing, asking, problems);
    }

    Problem with(List<Misfit> misfits) {
        return new Problem(type, title, status, detail, code, request, permission, ask, misfits);
    }
}
