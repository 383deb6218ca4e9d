package id.satuatap.core.spbe.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One government's assessment of one year, by one instrument.
 *
 * @param simulated whether its answers are invented, and say so wherever they are shown
 * @param sharedAt when the province last got a copy
 */
record Assessment(
        UUID id,
        int year,
        String instrument,
        Stage stage,
        boolean simulated,
        int version,
        Instant createdAt,
        @Nullable Instant sharedAt) {

    /** How far it is on its way through Peraturan Menteri PANRB 59/2020: at the agency, then at the ministry. */
    enum Stage {
        FILLING,
        FILLED,
        CHECKED,
        APPROVED,
        HANDED_IN,
        DOCUMENT,
        INTERVIEW,
        VISIT,
        REVIEW,
        FINAL,
        FOLLOW_UP
    }

    /** Whether answers may still change. */
    boolean open() {
        return stage == Stage.FILLING;
    }
}
