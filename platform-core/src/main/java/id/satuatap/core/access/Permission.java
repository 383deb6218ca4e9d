package id.satuatap.core.access;

import com.fasterxml.jackson.annotation.JsonValue;

/** What can be allowed. Written in the API as {@code assessment:share}. */
public enum Permission {
    ASSESSMENT_READ,
    ASSESSMENT_CREATE,
    ASSESSMENT_ANSWER,
    ASSESSMENT_SHARE,
    MEMBER_READ,
    MEMBER_MANAGE,
    AUDIT_READ,
    CONTROL_ROOM_READ,
    OFFICE_READ,
    TENANT_MANAGE;

    @JsonValue
    public String key() {
        var words = name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        var verb = words.lastIndexOf('-');
        return words.substring(0, verb) + ":" + words.substring(verb + 1);
    }
}
