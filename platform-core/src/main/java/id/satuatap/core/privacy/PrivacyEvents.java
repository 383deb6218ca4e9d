package id.satuatap.core.privacy;

import id.satuatap.core.outbox.Event;
import java.util.UUID;

/** What happens to the personal data of somebody; the subject is that person. */
sealed interface PrivacyEvents extends Event {

    record Opened(UUID subject, UUID opening) implements PrivacyEvents {

        @Override
        public String type() {
            return "privacy.opened";
        }
    }

    record Restricted(UUID subject) implements PrivacyEvents {

        @Override
        public String type() {
            return "privacy.restricted";
        }
    }

    record RestrictionLifted(UUID subject) implements PrivacyEvents {

        @Override
        public String type() {
            return "privacy.restriction-lifted";
        }
    }

    record Erased(UUID subject) implements PrivacyEvents {

        @Override
        public String type() {
            return "privacy.erased";
        }
    }

    /** The list of those whom a breach concerns was made; the subject is the tenant. */
    record BreachListed(UUID subject, int people) implements PrivacyEvents {

        @Override
        public String type() {
            return "privacy.breach-listed";
        }
    }
}
