package id.satuatap.core.platform;

import static id.satuatap.core.access.Role.PLATFORM_OPERATOR;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** What only those may do who run the service. */
@Component
public class PlatformPermissions implements Permissions {

    /** Opens and closes tenants. */
    public static final String MANAGE = "tenant:manage";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(MANAGE).tenant(PLATFORM_OPERATOR));
    }
}
