package id.satuatap.core.message;

import static id.satuatap.core.access.Role.TENANT_ADMIN;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may see what could not be told, and have it told again. */
@Component
public class MessagePermissions implements Permissions {

    /** Sees what was given up, with the reason, and has it tried again. */
    public static final String RETRY = "outbox:retry";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(RETRY).tenant(TENANT_ADMIN));
    }
}
