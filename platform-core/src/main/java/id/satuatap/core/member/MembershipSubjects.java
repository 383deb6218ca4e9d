package id.satuatap.core.member;

import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.outbox.EventSubjects;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A membership is called by the name and the address of whose it is. */
@Component
class MembershipSubjects implements EventSubjects {

    private final Memberships memberships;

    MembershipSubjects(Memberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public String kind() {
        return "membership";
    }

    @Override
    public boolean areOf(String type) {
        return type.startsWith("access.membership-") || type.equals("access.role-changed");
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return memberships
                .all(ids)
                .map(found -> found.stream().collect(Collectors.toMap(Membership::id, MembershipSubjects::name)));
    }

    private static String name(Membership membership) {
        var name = membership.name() == null ? "(dihapus)" : membership.name();
        return membership.email() == null ? name : "%s (%s)".formatted(name, membership.email());
    }
}
