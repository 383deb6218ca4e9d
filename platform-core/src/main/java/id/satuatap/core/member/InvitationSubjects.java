package id.satuatap.core.member;

import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An invitation is called by the address it went to. */
@Component
class InvitationSubjects implements EventSubjects {

    private final Invitations invitations;

    InvitationSubjects(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public String kind() {
        return "invitation";
    }

    @Override
    public boolean areOf(String type) {
        return type.equals(MemberEvents.Invited.TYPE) || type.startsWith("access.invitation-");
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return invitations.addresses(ids);
    }
}
