package id.satuatap.core.controlroom;

import static id.satuatap.core.access.Role.PROVINCE_COACH;
import static id.satuatap.core.access.Role.PROVINCE_OVERSEER;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may see how the regencies of a province do. */
@Component
public class ControlRoomPermissions implements Permissions {

    /** Sees official results, and what regencies shared. */
    public static final String READ = "control-room:read";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(READ).tenant(PROVINCE_OVERSEER, PROVINCE_COACH));
    }
}
