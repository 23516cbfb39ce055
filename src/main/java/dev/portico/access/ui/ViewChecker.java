package dev.portico.access.ui;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AccessCheckResult;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessChecker;
import com.vaadin.flow.server.auth.NavigationContext;
import dev.portico.access.Access;
import dev.portico.access.Permissions;
import dev.portico.access.Readers;
import dev.portico.access.RequiresPermission;
import dev.portico.access.RequiresSignIn;
import dev.portico.kernel.Reader;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Opens a view to whom [Access] allows it. Each layout around the view has to be open too; what says nothing about
/// itself is closed.
@Component
final class ViewChecker implements NavigationAccessChecker {

    private final transient Access access;
    private final transient Readers readers;
    private final transient Permissions permissions;

    ViewChecker(Access access, Readers readers, Permissions permissions) {
        this.access = access;
        this.readers = readers;
        this.permissions = permissions;
    }

    @Override
    public AccessCheckResult check(NavigationContext context) {
        if (context.isErrorHandling()) {
            return context.neutral();
        }
        // With no principal the question is whether the view is public at all, whoever is signed in.
        Reader reader = context.getPrincipal() == null ? Reader.anonymous() : readers.current();
        Class<?> view = context.getNavigationTarget();
        return Stream.concat(Stream.of(view), layouts(context, view))
                .filter(part -> !opens(part, reader))
                .findFirst()
                .map(part -> context.deny("The view is closed to " + reader.subject()))
                .orElseGet(context::allow);
    }

    private Stream<? extends Class<?>> layouts(NavigationContext context, Class<?> view) {
        List<Class<? extends RouterLayout>> layouts = context.getRouter().getRegistry().getRegisteredRoutes().stream()
                .filter(route -> route.getNavigationTarget().equals(view))
                .findFirst()
                .map(RouteBaseData::getParentLayouts)
                .orElse(List.of());
        return layouts.stream();
    }

    private boolean opens(Class<?> part, Reader reader) {
        if (part.isAnnotationPresent(AnonymousAllowed.class)) {
            return true;
        }
        boolean signedIn = !reader.equals(Reader.anonymous());
        @Nullable RequiresPermission required = part.getAnnotation(RequiresPermission.class);
        if (required != null) {
            return signedIn
                    && permissions
                            .named(required.value())
                            .filter(permission -> access.enters(reader, permission))
                            .isPresent();
        }
        return signedIn && part.isAnnotationPresent(RequiresSignIn.class);
    }
}
