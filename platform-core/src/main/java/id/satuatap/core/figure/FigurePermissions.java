package id.satuatap.core.figure;

import static id.satuatap.core.access.Role.COORDINATOR;
import static id.satuatap.core.access.Role.HEAD_OF_REGION;
import static id.satuatap.core.access.Role.INTERNAL_ASSESSOR;
import static id.satuatap.core.access.Role.PLANNER;
import static id.satuatap.core.access.Role.PROVINCE_COACH;
import static id.satuatap.core.access.Role.PROVINCE_OVERSEER;
import static id.satuatap.core.access.Role.TENANT_ADMIN;
import static id.satuatap.core.access.Role.WALIDATA;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who sees measured figures, of all offices: who leads, plans, assesses, or answers for data. Nobody writes one. */
@Component
public class FigurePermissions implements Permissions {

    /** Sees the figures of this government. */
    public static final String READ = "figure:read";

    @Override
    public List<Permission> permissions() {
        return List.of(Permission.of(READ)
                .tenant(
                        PROVINCE_OVERSEER,
                        PROVINCE_COACH,
                        HEAD_OF_REGION,
                        COORDINATOR,
                        TENANT_ADMIN,
                        INTERNAL_ASSESSOR,
                        PLANNER,
                        WALIDATA));
    }
}
