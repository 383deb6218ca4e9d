package id.satuatap.core.office;

import static id.satuatap.core.access.Role.TENANT_ADMIN;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import id.satuatap.core.access.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may change offices and posts, and appoint. What is public of them, everybody reads. */
@Component
public class OfficePermissions implements Permissions {

    /** Sees offices with their posts and appointments: every official does. */
    public static final String READ = "office:read";

    /** Moves and merges offices, makes posts, appoints. */
    public static final String MANAGE = "office:manage";

    @Override
    public List<Permission> permissions() {
        var officials = Arrays.stream(Role.values()).filter(Role::official).toArray(Role[]::new);
        return List.of(
                Permission.of(READ).tenant(officials), Permission.of(MANAGE).tenant(TENANT_ADMIN));
    }
}
