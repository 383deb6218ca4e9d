package id.satuatap.citizen.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A government with a portal here.
 *
 * @param code      Kemendagri code: "33" a province, "33.17" a regency or city
 * @param simulated whether figures entered here are invented, and must say so
 * @param accent    brand colour, #rrggbb
 * @param hosts     names of its site, without port; the first is the usual one
 */
public record Tenant(
        String slug,
        String name,
        Kind kind,
        String code,
        @Nullable Province province,
        State state,
        boolean simulated,
        String accent,
        List<String> languages,
        List<String> hosts) {

    public enum Kind {
        PROVINCE,
        REGENCY,
        CITY
    }

    public enum State {
        ACTIVE,
        SUSPENDED
    }

    /** Under which province it is; the slug is null when that province has no portal here. */
    public record Province(@Nullable String slug, String code, String name) {}

    public boolean isProvince() {
        return kind == Kind.PROVINCE;
    }

    public boolean isSuspended() {
        return state == State.SUSPENDED;
    }

    public boolean speaksEnglish() {
        return languages.contains("en");
    }

    public Accent brand() {
        return Accent.of(accent);
    }

    /** "Rembang" of "Kabupaten Rembang": what fits under an icon. */
    public String shortName() {
        return name.replaceFirst("^(Kabupaten|Kota|Provinsi) ", "");
    }

    public boolean isUnder(Tenant other) {
        return province != null && province.code().equals(other.code);
    }
}
