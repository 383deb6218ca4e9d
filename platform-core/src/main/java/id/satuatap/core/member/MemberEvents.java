package id.satuatap.core.member;

import id.satuatap.core.access.Role;
import id.satuatap.core.outbox.Event;
import java.util.UUID;

/** What happens to memberships. */
public sealed interface MemberEvents extends Event {

    /** The subject is the invitation; whom it invites is not kept in the event. */
    record Invited(UUID subject, Role role) implements MemberEvents {

        /** Its stored name, for listeners. */
        public static final String TYPE = "access.invited";

        @Override
        public String type() {
            return TYPE;
        }
    }

    /** The letter was sent once more. */
    record InvitationSentAgain(UUID subject) implements MemberEvents {

        /** Its stored name, for listeners. */
        public static final String TYPE = "access.invitation-sent-again";

        @Override
        public String type() {
            return TYPE;
        }
    }

    record InvitationWithdrawn(UUID subject) implements MemberEvents {

        @Override
        public String type() {
            return "access.invitation-withdrawn";
        }
    }

    record MembershipBegun(UUID subject, Role role) implements MemberEvents {

        @Override
        public String type() {
            return "access.membership-begun";
        }
    }

    record RoleChanged(UUID subject, Role from, Role to) implements MemberEvents {

        @Override
        public String type() {
            return "access.role-changed";
        }
    }

    record MembershipEnded(UUID subject, Role role) implements MemberEvents {

        @Override
        public String type() {
            return "access.membership-ended";
        }
    }
}
