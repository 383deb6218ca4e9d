package id.satuatap.core.access;

import id.satuatap.core.outbox.Event;
import java.util.UUID;

/** What happens to memberships. */
public sealed interface AccessEvents extends Event {

    /** The subject is the invitation; whom it invites is not kept in the event. */
    record Invited(UUID subject, Role role) implements AccessEvents {

        /** Its stored name, for listeners. */
        public static final String TYPE = "access.invited";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record MembershipBegun(UUID subject, Role role) implements AccessEvents {

        @Override
        public String type() {
            return "access.membership-begun";
        }
    }

    record RoleChanged(UUID subject, Role from, Role to) implements AccessEvents {

        @Override
        public String type() {
            return "access.role-changed";
        }
    }

    record MembershipEnded(UUID subject, Role role) implements AccessEvents {

        @Override
        public String type() {
            return "access.membership-ended";
        }
    }
}
