package dev.portico.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Opens a view or layout to readers who hold the permission, be it under a condition: what the view lists is then
/// limited by the front door that it calls. A view without this, [RequiresSignIn] or an explicit permit for anonymous
/// people is closed to all, and menus leave out what the reader may not open.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresPermission {

    /// The name of a permission that some module declares, such as `catalog.entity.read`.
    String value();
}
