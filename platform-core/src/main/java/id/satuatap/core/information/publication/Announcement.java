package id.satuatap.core.information.publication;

import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a government tells everybody for some days. Immutable: each step returns it as it is afterwards.
 *
 * @param simulated whether it is invented, and must say so wherever it is shown
 * @param changedBy who touched it last
 */
record Announcement(
        UUID id,
        Content content,
        boolean simulated,
        UUID changedBy,
        Instant changedAt,
        @Nullable Instant withdrawnAt,
        int version) {

    static final int LONGEST_TITLE = 120;
    static final int LONGEST_TEXT = 2000;
    static final int LONGEST_LINK = 300;

    /** Where it stands on a day of its tenant. */
    enum State {
        PLANNED,
        CURRENT,
        PAST,
        WITHDRAWN
    }

    /**
     * What it says, and from when to when.
     *
     * @param text plain paragraphs, one a line
     * @param link where to read on: {@code https}, and no name of a user that could pass for another host
     * @param validTo its last day
     * @param office who says it; the whole government without one
     */
    record Content(
            String title,
            String text,
            @Nullable String link,
            boolean urgent,
            LocalDate validFrom,
            LocalDate validTo,
            @Nullable UUID office) {

        Content {
            text = text.strip();
        }

        /** Names all that is wrong at once. */
        void check(LocalDate today) {
            var faults = new ArrayList<Fault>();
            if (text.isEmpty()) {
                faults.add(new Fault("text", "fault.required"));
            }
            if (validTo.isBefore(validFrom)) {
                faults.add(new Fault("validTo", "fault.announcement-end"));
            } else if (validTo.isBefore(today)) {
                faults.add(new Fault("validTo", "fault.announcement-past"));
            }
            if (link != null && !isLink(link)) {
                faults.add(new Fault("link", "fault.announcement-link"));
            }
            if (!faults.isEmpty()) {
                throw new BadInput(faults);
            }
        }

        private static boolean isLink(String text) {
            try {
                var address = new URI(text);
                return "https".equals(address.getScheme())
                        && address.getHost() != null
                        && address.getUserInfo() == null;
            } catch (URISyntaxException none) {
                return false;
            }
        }
    }

    State state(LocalDate today) {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        if (content.validFrom.isAfter(today)) {
            return State.PLANNED;
        }
        return content.validTo.isBefore(today) ? State.PAST : State.CURRENT;
    }

    /** Says something else from now on, or for other days. */
    Announcement saying(Content other, LocalDate today) {
        checkStands();
        other.check(today);
        return new Announcement(id, other, simulated, changedBy, changedAt, null, version);
    }

    /** Takes it back, for good. */
    Announcement withdraw(Instant now) {
        checkStands();
        return new Announcement(id, content, simulated, changedBy, changedAt, now, version);
    }

    private void checkStands() {
        if (withdrawnAt != null) {
            throw new Conflict("announcement.withdrawn");
        }
    }
}
