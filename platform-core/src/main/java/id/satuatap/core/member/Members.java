package id.satuatap.core.member;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.access.Role;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.Precondition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** The tenant's members: who has which role, and until when. */
@Service
@Transactional
class Members {

    private final Memberships memberships;
    private final Outbox outbox;

    Members(Memberships memberships, Outbox outbox) {
        this.memberships = memberships;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    Mono<List<Membership>> list() {
        return memberships.all();
    }

    Mono<Membership> changeRole(UUID id, int seenVersion, Role role) {
        return Actor.current()
                .doOnNext(actor -> Invitations.checkRole(role, actor.tenantOrFail()))
                .then(find(id))
                .flatMap(member -> memberships.otherRolesOf(member))
                .doOnNext(others -> Role.checkSeparate(others, role))
                .then(change(id, seenVersion, before -> before.withRole(role)))
                .delayUntil(changed -> outbox.append(new MemberEvents.RoleChanged(id, changed.before(), role)))
                .map(Changed::after);
    }

    /** Ends a membership today. Nobody ends their own: a tenant must not lose its last administrator by a slip. */
    Mono<Membership> end(UUID id, int seenVersion) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return change(id, seenVersion, before -> before.endedAt(now))
                .delayUntil(changed -> outbox.append(new MemberEvents.MembershipEnded(id, changed.before())))
                .map(Changed::after);
    }

    private record Changed(Role before, Membership after) {}

    private Mono<Changed> change(UUID id, int seenVersion, UnaryOperator<Membership> step) {
        return Mono.zip(find(id), Actor.current()).flatMap(found -> {
            var before = found.getT1();
            check(before, seenVersion, found.getT2());
            return memberships
                    .update(step.apply(before))
                    .switchIfEmpty(find(id).flatMap(now -> Mono.error(stale(now))))
                    .map(after -> new Changed(before.role(), after));
        });
    }

    private Mono<Membership> find(UUID id) {
        return memberships.find(id).switchIfEmpty(Mono.error(() -> new NotFound("member.unknown")));
    }

    private static Precondition stale(Membership now) {
        return Precondition.stale("member.changed", MemberController.MemberView.of(now));
    }

    private static void check(Membership membership, int seenVersion, Actor actor) {
        if (membership.version() != seenVersion) {
            throw stale(membership);
        }
        if (membership.endedAt() != null) {
            throw new Conflict("member.ended");
        }
        if (membership.subject().equals(actor.subject())) {
            throw new Conflict("member.self");
        }
    }
}
