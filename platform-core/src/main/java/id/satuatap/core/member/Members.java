package id.satuatap.core.member;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.access.PermissionTable;
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

/**
 * The tenant's members: who has which role, and until when. Changes are made one after the other in a tenant, so that rules over several
 * rows hold: two people's work stays apart, and the last administrator stays.
 */
@Service
@Transactional
class Members {

    private final Memberships memberships;
    private final InvitationRepository invitations;
    private final PermissionTable table;
    private final Outbox outbox;

    Members(Memberships memberships, InvitationRepository invitations, PermissionTable table, Outbox outbox) {
        this.memberships = memberships;
        this.invitations = invitations;
        this.table = table;
        this.outbox = outbox;
    }

    @Transactional(readOnly = true)
    Mono<List<Membership>> after(UUID id, int most) {
        return memberships.after(id, most);
    }

    Mono<Membership> changeRole(UUID id, int seenVersion, Role role) {
        return Actor.current()
                .doOnNext(actor -> Invitations.checkRole(role, actor.tenantOrFail()))
                .then(change(id, seenVersion, before -> before.withRole(role)))
                .delayUntil(changed -> outbox.append(
                        new MemberEvents.RoleChanged(id, changed.before().role(), role)))
                .map(Changed::after);
    }

    /** Ends a membership today. Nobody ends their own: a tenant must not lose its last administrator by a slip. */
    Mono<Membership> end(UUID id, int seenVersion) {
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return change(id, seenVersion, before -> before.endedAt(now))
                .delayUntil(changed -> outbox.append(
                        new MemberEvents.MembershipEnded(id, changed.before().role())))
                .map(Changed::after);
    }

    private record Changed(Membership before, Membership after) {}

    private Mono<Changed> change(UUID id, int seenVersion, UnaryOperator<Membership> step) {
        return memberships.lock().then(Mono.zip(find(id), Actor.current())).flatMap(found -> {
            var before = found.getT1();
            check(before, seenVersion, found.getT2());
            var wanted = step.apply(before);
            return checkSeparate(wanted)
                    .then(checkLastAdministrator(before, wanted, found.getT2()))
                    .then(memberships.update(wanted))
                    .switchIfEmpty(find(id).flatMap(now -> Mono.error(stale(now))))
                    .delayUntil(after -> endInvitations(before))
                    .map(after -> new Changed(before, after));
        });
    }

    private Mono<Membership> find(UUID id) {
        return memberships.find(id).switchIfEmpty(Mono.error(() -> new NotFound("member.unknown")));
    }

    private Mono<Void> checkSeparate(Membership wanted) {
        return memberships
                .of(wanted.person())
                .doOnNext(held -> table.checkSeparate(
                        held.stream()
                                .filter(other -> !other.id().equals(wanted.id()))
                                .map(Membership::role)
                                .toList(),
                        wanted.role()))
                .then();
    }

    private Mono<Void> checkLastAdministrator(Membership before, Membership wanted, Actor actor) {
        var stays = wanted.open() && wanted.role() == Role.TENANT_ADMIN;
        if (before.role() != Role.TENANT_ADMIN || before.machine() || stays) {
            return Mono.empty();
        }
        return memberships
                .people(Role.TENANT_ADMIN, actor.tenantOrFail().today())
                .filter(people -> people > 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("member.last-administrator")))
                .then();
    }

    /** What somebody offered who may not offer it any more. */
    private Mono<Void> endInvitations(Membership before) {
        return memberships
                .of(before.person())
                .filter(held -> held.stream().noneMatch(one -> table.allows(one.role(), MemberPermissions.MANAGE)))
                .flatMapMany(gone -> invitations.withdrawAllOf(before.person()))
                .concatMap(id -> outbox.append(new MemberEvents.InvitationWithdrawn(id)))
                .then();
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
        if (membership.person().equals(actor.person())) {
            throw new Conflict("member.self");
        }
    }
}
