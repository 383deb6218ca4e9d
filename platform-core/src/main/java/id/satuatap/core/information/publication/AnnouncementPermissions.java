package id.satuatap.core.information.publication;

import static id.satuatap.core.access.Role.EDITOR;
import static id.satuatap.core.access.Role.INFORMATION_OFFICER;
import static id.satuatap.core.access.Role.TENANT_ADMIN;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who speaks to everybody in the government's name. What was announced, everybody reads. */
@Component
class AnnouncementPermissions implements Permissions {

    /** Publishes, changes and withdraws announcements, and sees those that are not shown. */
    static final String WRITE = "announcement:write";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(WRITE).tenant(TENANT_ADMIN, INFORMATION_OFFICER, EDITOR));
    }
}
