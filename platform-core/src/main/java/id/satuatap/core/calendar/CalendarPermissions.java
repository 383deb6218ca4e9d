package id.satuatap.core.calendar;

import static id.satuatap.core.access.Role.COORDINATOR;
import static id.satuatap.core.access.Role.TENANT_ADMIN;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import id.satuatap.core.access.Role;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who says when offices are closed. The closed days and hours themselves are everybody's to read. */
@Component
class CalendarPermissions implements Permissions {

    /** Sees closures with who recorded them, and counts working days: every official does. */
    static final String READ = "calendar:read";

    /** Records and withdraws closures, sets the week and its hours. */
    static final String MANAGE = "calendar:manage";

    @Override
    public List<Permission> permissions() {
        var officials = Arrays.stream(Role.values()).filter(Role::official).toArray(Role[]::new);
        return List.of(
                Permission.of(READ).tenant(officials), Permission.of(MANAGE).tenant(TENANT_ADMIN, COORDINATOR));
    }
}
