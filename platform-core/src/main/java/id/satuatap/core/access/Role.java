package id.satuatap.core.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.satuatap.core.shared.BadInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The roles of an e-government. What each may do, the features say, line by line: see {@link Permissions}. */
public enum Role {
    /** Oversees the regencies, for the province. */
    PROVINCE_OVERSEER,
    /** Coaches the regencies, for the province. */
    PROVINCE_COACH,
    /** Coaches from outside, for a time. */
    EXTERNAL_COACH,
    /** An invited mock reviewer: what that one says is marked as simulation. */
    EXTERNAL_ASSESSOR,
    /** The regent, mayor or governor, or who acts for one. */
    HEAD_OF_REGION,
    /** The regional secretary. */
    COORDINATOR,
    TENANT_ADMIN,
    INTERNAL_ASSESSOR,
    DATA_ENTRY,
    /** A kepala desa or camat is the head of that office. */
    OFFICE_HEAD,
    /** Works a post's box. */
    SECRETARY,
    OPD_OFFICER,
    COUNTER_OFFICER,
    /** At a puskesmas or hospital. */
    FACILITY_OFFICER,
    /** Answers complaints. */
    LIAISON_OFFICER,
    /** PPID. */
    INFORMATION_OFFICER,
    /** Hears whistle-blowers; nobody else does. */
    INSPECTOR,
    ARCHIVIST,
    LEGAL_OFFICER,
    PLANNER,
    EDITOR,
    /** The steward of data. */
    WALIDATA,
    DATA_PROTECTION_OFFICER,
    KIM_MEMBER,
    PLACE_OWNER,
    /** Anybody without a membership here. */
    CITIZEN,
    /** Runs the service; a member of no tenant. */
    PLATFORM_OPERATOR;

    /** The role's name in data and in the API: {@code internal-assessor}. */
    @JsonValue
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a membership may carry it. */
    public boolean official() {
        return this != CITIZEN && this != PLATFORM_OPERATOR;
    }

    /** Whether only a province has it. */
    public boolean ofProvince() {
        return this == PROVINCE_OVERSEER || this == PROVINCE_COACH;
    }

    @JsonCreator
    public static Role of(String key) {
        return find(key).orElseThrow(() -> new BadInput("role", "fault.role"));
    }

    static Optional<Role> find(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }
}
