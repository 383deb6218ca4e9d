package id.satuatap.core.access;

import static id.satuatap.core.access.Permission.ASSESSMENT_ANSWER;
import static id.satuatap.core.access.Permission.ASSESSMENT_CREATE;
import static id.satuatap.core.access.Permission.ASSESSMENT_READ;
import static id.satuatap.core.access.Permission.ASSESSMENT_SHARE;
import static id.satuatap.core.access.Permission.AUDIT_READ;
import static id.satuatap.core.access.Permission.CONTROL_ROOM_READ;
import static id.satuatap.core.access.Permission.MEMBER_MANAGE;
import static id.satuatap.core.access.Permission.MEMBER_READ;
import static id.satuatap.core.access.Permission.OFFICE_READ;
import static id.satuatap.core.access.Permission.TENANT_MANAGE;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The roles of an e-government, and what each may do: the one permission table. Who fills, who checks and who approves are
 * different people (Peraturan Menteri PANRB 59/2020), so no role holds both answering and sharing, and nobody
 * gets two roles that together would ({@link #checkSeparate}).
 */
public enum Role {
    PROVINCE_OVERSEER(CONTROL_ROOM_READ, ASSESSMENT_READ, OFFICE_READ),
    PROVINCE_COACH(CONTROL_ROOM_READ, ASSESSMENT_READ, OFFICE_READ),
    EXTERNAL_COACH(ASSESSMENT_READ, OFFICE_READ),
    EXTERNAL_ASSESSOR(ASSESSMENT_READ, OFFICE_READ),
    HEAD_OF_REGION(ASSESSMENT_READ, OFFICE_READ),
    TENANT_ADMIN(MEMBER_READ, MEMBER_MANAGE, AUDIT_READ, ASSESSMENT_READ, OFFICE_READ),
    COORDINATOR(ASSESSMENT_READ, ASSESSMENT_CREATE, ASSESSMENT_SHARE, AUDIT_READ, MEMBER_READ, OFFICE_READ),
    INTERNAL_ASSESSOR(ASSESSMENT_READ, ASSESSMENT_CREATE, ASSESSMENT_ANSWER, OFFICE_READ),
    DATA_ENTRY(ASSESSMENT_READ, ASSESSMENT_ANSWER, OFFICE_READ),
    OFFICE_HEAD(ASSESSMENT_READ, OFFICE_READ),
    OPD_OFFICER(OFFICE_READ),
    COUNTER_OFFICER(OFFICE_READ),
    WALIDATA(ASSESSMENT_READ, OFFICE_READ),
    DATA_PROTECTION_OFFICER(AUDIT_READ, OFFICE_READ),
    /** Anybody without a membership here. */
    CITIZEN(),
    /** Runs the service; a member of no tenant. */
    PLATFORM_OPERATOR(TENANT_MANAGE);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** The role's name in data and in the API: {@code internal-assessor}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether a membership may carry it. */
    public boolean official() {
        return this != CITIZEN && this != PLATFORM_OPERATOR;
    }

    /** Whether only a province has it. */
    public boolean ofProvince() {
        return this == PROVINCE_OVERSEER || this == PROVINCE_COACH;
    }

    /** Refuses to give a role to who would then both answer and share: two people's work. */
    public static void checkSeparate(Collection<Role> held, Role added) {
        var permissions = Stream.concat(held.stream(), Stream.of(added))
                .flatMap(role -> role.permissions().stream())
                .collect(Collectors.toSet());
        if (permissions.contains(ASSESSMENT_ANSWER) && permissions.contains(ASSESSMENT_SHARE)) {
            throw new Conflict("member.separate-duties");
        }
    }

    @JsonCreator
    public static Role of(String key) {
        return find(key).orElseThrow(() -> new BadInput("role", "fault.role"));
    }

    static Optional<Role> find(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
