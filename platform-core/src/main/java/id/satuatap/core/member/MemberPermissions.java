package id.satuatap.core.member;

import static id.satuatap.core.access.Role.COORDINATOR;
import static id.satuatap.core.access.Role.TENANT_ADMIN;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may see and change who is a member here. */
@Component
public class MemberPermissions implements Permissions {

    /** Sees who is a member, and as what. */
    public static final String READ = "member:read";

    /** Invites, changes roles, ends memberships. */
    public static final String MANAGE = "member:manage";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ).tenant(TENANT_ADMIN, COORDINATOR),
                Permission.of(MANAGE).tenant(TENANT_ADMIN));
    }
}
