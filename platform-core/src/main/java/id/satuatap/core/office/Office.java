package id.satuatap.core.office;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office of a regional government, a village, or a facility.
 *
 * @param form what it calls itself: {@code dinas}, {@code badan}, {@code kecamatan} …
 * @param parent the office that it is part of
 * @param validTo its last day; null while it works
 * @param source where its name was read
 * @param certainty {@code sourced}, or {@code general-knowledge} when it still has to be confirmed
 */
public record Office(
        UUID id,
        String name,
        @Nullable String shortName,
        String form,
        Kind kind,
        @Nullable UUID parent,
        @Nullable String decree,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        String certainty,
        int version) {

    /** What it is in law. */
    public enum Kind {
        PERANGKAT_DAERAH,
        UNIT,
        /** A perangkat daerah, too: UU 23/2014, article 209. */
        KECAMATAN,
        /** Part of its kecamatan: PP 17/2018, article 25. */
        KELURAHAN,
        /** A government of its own: UU 6/2014. */
        DESA,
        FACILITY;

        /** Whether it counts among the perangkat daerah of its government. */
        public boolean perangkatDaerah() {
            return this == PERANGKAT_DAERAH || this == KECAMATAN;
        }

        @JsonValue
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
