/// What all of Portico's REST has in common: problem documents, JSON rules and the OpenAPI description.
///
/// Every answer that is not a success is an RFC 9457 **problem document** (`application/problem+json`): `type` is
/// `urn:portico:problem:` and a stable code, `detail` names the thing and the remedy, `request` is the id by which
/// the log knows the request. A missing permission is named by `permission`, what does not fit in a body or a
/// parameter by `problems`, each with the field, where it is and what is wrong. An error of Portico's own shows
/// nothing of itself but that id.
///
/// Before all of it stands a gate that turns away what is too much; see `dev.portico.api.admission`.
///
/// Backstage's faces, `/api/catalog`, `/api/search` and `/api/auth`, answer in Backstage's own shapes, errors included;
/// see `dev.portico.api.backstage`. Apart from these the module serves nobody's facts: controllers live in the modules
/// that own them.
@NullMarked
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {"kernel", "storage", "audit", "access", "search", "catalog"})
package dev.portico.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
