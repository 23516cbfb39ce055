package dev.portico.access.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/// Remembers which page was asked for before somebody signed in, by its path: its host is what that request claimed.
final class AskedPages implements RequestCache {

    private final HttpSessionRequestCache kept = new HttpSessionRequestCache();

    /// Nothing is added to the address that a sign-in leads to.
    @SuppressWarnings("NullAway") // No parameter: that is what null says to the request cache.
    AskedPages() {
        kept.setMatchingRequestParameterName(null);
    }

    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        kept.saveRequest(request, response);
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        @Nullable SavedRequest saved = kept.getRequest(request, response);
        if (saved == null) {
            return null;
        }
        SimpleSavedRequest page = new SimpleSavedRequest(saved);
        page.setRedirectUrl(path(saved.getRedirectUrl()));
        return page;
    }

    /// What stands behind the host. It need not be written as an address has to be, only as browsers write it.
    private static String path(String address) {
        int host = address.indexOf("://") + "://".length();
        int start = address.indexOf('/', host);
        if (start < 0) {
            return "/";
        }
        int end = start;
        while (end < address.length() && (address.charAt(end) == '/' || address.charAt(end) == '\\')) {
            end++;
        }
        return "/" + address.substring(end);
    }

    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return kept.getMatchingRequest(request, response);
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        kept.removeRequest(request, response);
    }
}
