package dev.portico.access.internal;

import dev.portico.access.Permission;
import dev.portico.access.PermissionSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// The permissions for the audit trail, which is below access and so declares none itself.
@Component
final class AuditPermissions implements PermissionSource {

    static final Permission READ =
            Permission.general("audit.entry.read", "Read the audit trail: who did what, and who was refused.");
    static final Permission EXPORT =
            Permission.general("audit.entry.export", "Export the audit trail as JSON Lines or CSV.");
    static final Permission VERIFY = Permission.general(
            "audit.chain.verify", "Have every row, link and signature of the audit trail verified now.");

    @Override
    public List<Permission> permissions() {
        return List.of(READ, EXPORT, VERIFY);
    }
}
