package id.satuatap.core.audit;

import static id.satuatap.core.access.Role.COORDINATOR;
import static id.satuatap.core.access.Role.DATA_PROTECTION_OFFICER;
import static id.satuatap.core.access.Role.TENANT_ADMIN;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may read the trail of changes and refusals. */
@Component
public class AuditPermissions implements Permissions {

    /** Reads the trail. */
    public static final String READ = "audit:read";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(READ).tenant(TENANT_ADMIN, COORDINATOR, DATA_PROTECTION_OFFICER));
    }
}
