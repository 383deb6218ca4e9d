package id.satuatap.core.privacy;

import static id.satuatap.core.access.Role.DATA_PROTECTION_OFFICER;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may look into the personal data of others, and forget them. */
@Component
public class PrivacyPermissions implements Permissions {

    /** Sees the register of processing, and opens somebody's data; that is recorded. */
    public static final String READ = "privacy:read";

    /** Forgets somebody. */
    public static final String ERASE = "privacy:erase";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ).tenant(DATA_PROTECTION_OFFICER),
                Permission.of(ERASE).tenant(DATA_PROTECTION_OFFICER));
    }
}
