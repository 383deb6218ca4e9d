package id.satuatap.core.member;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.access.PermissionTable;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Forbidden;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** How a person who was invited becomes a member. */
@Service
@Transactional
class Acceptance {

    private final InvitationRepository repository;
    private final Memberships memberships;
    private final PermissionTable table;
    private final Outbox outbox;

    Acceptance(InvitationRepository repository, Memberships memberships, PermissionTable table, Outbox outbox) {
        this.repository = repository;
        this.memberships = memberships;
        this.table = table;
        this.outbox = outbox;
    }

    /** Makes the signed-in person a member, if the invitation is open and meant for that person's verified address. */
    Mono<Membership> accept(String code) {
        return memberships
                .lock()
                .then(repository.findByCode(code))
                .filter(invitation -> invitation.openAt(Instant.now()))
                .switchIfEmpty(Mono.error(() -> new NotFound("invitation.unknown")))
                .zipWith(Actor.current())
                .flatMap(found -> accept(found.getT1(), found.getT2()));
    }

    private Mono<Membership> accept(Invitation invitation, Actor actor) {
        if (actor.machine() || !invitation.email().equalsIgnoreCase(actor.email())) {
            return Mono.error(() -> new Forbidden("invitation.other-email"));
        }
        var today = actor.tenantOrFail().today();
        if (invitation.validTo() != null && invitation.validTo().isBefore(today)) {
            return Mono.error(() -> new NotFound("invitation.unknown"));
        }
        return checkMaker(invitation, today)
                .then(memberships.of(actor.person()))
                .doOnNext(held ->
                        table.checkSeparate(held.stream().map(Membership::role).toList(), invitation.role()))
                .then(repository.accept(invitation.id()))
                .filter(first -> first)
                .switchIfEmpty(Mono.error(() -> new Conflict("invitation.used")))
                .then(memberships.begin(membership(invitation, actor, today)))
                .delayUntil(begun -> outbox.append(new MemberEvents.MembershipBegun(begun.id(), begun.role())));
    }

    /** Who may not invite any more has invited nobody. */
    private Mono<Void> checkMaker(Invitation invitation, LocalDate today) {
        var maker = invitation.invitedBy();
        return maker == null
                ? Mono.empty()
                : memberships
                        .of(maker)
                        .flatMap(held -> held.stream()
                                        .filter(one -> one.validTo() == null
                                                || !one.validTo().isBefore(today))
                                        .anyMatch(one -> table.allows(one.role(), MemberPermissions.MANAGE))
                                ? Mono.empty()
                                : Mono.error(() -> new Conflict("invitation.maker-gone")));
    }

    private static Membership membership(Invitation invitation, Actor actor, LocalDate today) {
        return new Membership(
                Ids.next(),
                actor.person(),
                actor.name(),
                actor.email(),
                invitation.role(),
                invitation.office(),
                false,
                invitation.decree(),
                today,
                invitation.validTo(),
                null,
                1);
    }
}
