package id.satuatap.core.member;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Membership;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.access.Role;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Forbidden;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.tenancy.Idempotency;
import id.satuatap.core.tenancy.Tenant;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Invitations into a tenant: the way a person becomes a member. */
@Service
@Transactional
public class Invitations {

    private static final int LAST_YEAR = 2100;
    private static final Duration OPEN_FOR = Duration.ofDays(14);
    /** Each is a mail: nobody's mailbox may be flooded by pressing a button again and again. */
    private static final int PER_ADDRESS_AND_DAY = 5;

    private final InvitationRepository repository;
    private final Memberships memberships;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final SecureRandom random = new SecureRandom();

    Invitations(InvitationRepository repository, Memberships memberships, Idempotency idempotency, Outbox outbox) {
        this.repository = repository;
        this.memberships = memberships;
        this.idempotency = idempotency;
        this.outbox = outbox;
    }

    /** Whom to invite, as what. */
    record Invite(
            String email,
            Role role,
            @Nullable String decree,
            @Nullable LocalDate validTo) {}

    Mono<Invitation> invite(Invite request, @Nullable String idempotencyKey) {
        return Actor.current().flatMap(actor -> {
            checkRole(request.role(), actor.tenantOrFail());
            if (request.validTo() != null && request.validTo().getYear() > LAST_YEAR) {
                throw new BadInput("validTo", "fault.year", "2018", String.valueOf(LAST_YEAR));
            }
            if (request.email().strip().equalsIgnoreCase(actor.email())) {
                throw new Conflict("member.self");
            }
            var invitation = new Invitation(
                    Ids.next(),
                    code(),
                    request.email().strip().toLowerCase(Locale.ROOT),
                    request.role(),
                    request.decree(),
                    request.validTo(),
                    Instant.now().plus(OPEN_FOR),
                    null);
            var effect = repository
                    .madeWithinADay(invitation.email())
                    .filter(made -> made < PER_ADDRESS_AND_DAY)
                    .switchIfEmpty(Mono.error(() -> new RuleBroken("invitation.too-many")))
                    .then(repository.insert(invitation))
                    .then(outbox.append(new MemberEvents.Invited(invitation.id(), invitation.role())))
                    .thenReturn(invitation);
            return idempotency.once(actor.subject(), idempotencyKey, request, Invitation.class, effect);
        });
    }

    @Transactional(readOnly = true)
    Mono<List<Invitation>> open() {
        return repository.open().collectList();
    }

    /** The invitation an event speaks of; for those who tell people of it. */
    @Transactional(readOnly = true)
    public Mono<Invitation> get(UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("invitation.unknown")));
    }

    /** Makes the signed-in person a member, if the invitation is open and meant for that person's verified address. */
    Mono<Membership> accept(String code) {
        return Mono.zip(
                        repository
                                .findByCode(code)
                                .filter(invitation -> invitation.openAt(Instant.now()))
                                .switchIfEmpty(Mono.error(() -> new NotFound("invitation.unknown"))),
                        Actor.current())
                .flatMap(found -> accept(found.getT1(), found.getT2()));
    }

    static void checkRole(Role role, Tenant tenant) {
        if (!role.official() || (role.ofProvince() && tenant.kind() != Tenant.Kind.PROVINCE)) {
            throw new BadInput("role", "fault.role");
        }
    }

    private Mono<Membership> accept(Invitation invitation, Actor actor) {
        if (actor.machine() || !invitation.email().equalsIgnoreCase(actor.email())) {
            return Mono.error(() -> new Forbidden("invitation.other-email"));
        }
        var tenant = actor.tenantOrFail();
        var today = LocalDate.now(ZoneId.of(tenant.zone()));
        if (invitation.validTo() != null && invitation.validTo().isBefore(today)) {
            return Mono.error(() -> new NotFound("invitation.unknown"));
        }
        var membership = new Membership(
                Ids.next(),
                actor.issuer(),
                actor.subject(),
                actor.name(),
                actor.email(),
                invitation.role(),
                false,
                invitation.decree(),
                today,
                invitation.validTo(),
                null,
                1);
        return repository
                .accept(invitation.id())
                .filter(first -> first)
                .switchIfEmpty(Mono.error(() -> new Conflict("invitation.used")))
                .then(memberships.otherRolesOf(membership))
                .doOnNext(held -> Role.checkSeparate(held, membership.role()))
                .then(memberships.begin(membership))
                .delayUntil(begun -> outbox.append(new MemberEvents.MembershipBegun(begun.id(), begun.role())));
    }

    private String code() {
        var bytes = new byte[20];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
