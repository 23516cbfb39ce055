package dev.portico.access.internal;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Takes sessions off the list when the container lets go of them: signed out, idle for too long, or ended.
@Component
final class EndedSessions implements HttpSessionListener {

    private final StoredSessions sessions;

    EndedSessions(StoredSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        Object kept = event.getSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        Authentication authentication = kept instanceof SecurityContext context ? context.getAuthentication() : null;
        if (authentication != null && authentication.getPrincipal() instanceof HoldsAccount principal) {
            sessions.over(principal.signedIn().session());
        }
    }
}
