package id.satuatap.core.spbe.assessment;

import static id.satuatap.core.access.Role.COORDINATOR;
import static id.satuatap.core.access.Role.DATA_ENTRY;
import static id.satuatap.core.access.Role.EXTERNAL_ASSESSOR;
import static id.satuatap.core.access.Role.EXTERNAL_COACH;
import static id.satuatap.core.access.Role.HEAD_OF_REGION;
import static id.satuatap.core.access.Role.INTERNAL_ASSESSOR;
import static id.satuatap.core.access.Role.OFFICE_HEAD;
import static id.satuatap.core.access.Role.PROVINCE_COACH;
import static id.satuatap.core.access.Role.PROVINCE_OVERSEER;
import static id.satuatap.core.access.Role.TENANT_ADMIN;
import static id.satuatap.core.access.Role.WALIDATA;

import id.satuatap.core.access.Permission;
import id.satuatap.core.access.Permissions;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who may do what with assessments. Who fills does not share (Peraturan Menteri PANRB 59/2020). */
@Component
public class AssessmentPermissions implements Permissions {

    /** Sees assessments with their answers and evidence. */
    public static final String READ = "assessment:read";

    /** Starts an assessment of a year. */
    public static final String CREATE = "assessment:create";

    /** Fills answers and adds evidence. */
    public static final String ANSWER = "assessment:answer";

    /** Gives the province a copy of the figures. */
    public static final String SHARE = "assessment:share";

    @Override
    public List<Permission> permissions() {
        return List.of(
                Permission.of(READ)
                        .tenant(
                                PROVINCE_OVERSEER,
                                PROVINCE_COACH,
                                EXTERNAL_COACH,
                                EXTERNAL_ASSESSOR,
                                HEAD_OF_REGION,
                                COORDINATOR,
                                TENANT_ADMIN,
                                INTERNAL_ASSESSOR,
                                DATA_ENTRY,
                                OFFICE_HEAD,
                                WALIDATA),
                Permission.of(CREATE).tenant(COORDINATOR, INTERNAL_ASSESSOR),
                Permission.of(ANSWER).tenant(INTERNAL_ASSESSOR, DATA_ENTRY).notWith(SHARE),
                Permission.of(SHARE).tenant(COORDINATOR));
    }
}
