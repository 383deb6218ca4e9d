package id.satuatap.core.office;

import static id.satuatap.core.access.Role.TENANT_ADMIN;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may change offices and posts, and appoint. Reading them is everybody's. */
@Component
public class OfficePermissions implements Permissions {

    /** Moves and merges offices, makes posts, appoints. */
    public static final String MANAGE = "office:manage";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(MANAGE).tenant(TENANT_ADMIN));
    }
}
