package id.satuatap.core.member;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Memberships;
import id.satuatap.core.access.Role;
import id.satuatap.core.outbox.Event;
import id.satuatap.core.outbox.Outbox;
import id.satuatap.core.shared.BadInput;
import id.satuatap.core.shared.Conflict;
import id.satuatap.core.shared.Ids;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.shared.RuleBroken;
import id.satuatap.core.tenancy.Idempotency;
import id.satuatap.core.tenancy.Tenant;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Invitations into a tenant: the way a person becomes a member. An invitation is as good as its maker's right to make it. */
@Service
@Transactional
public class Invitations {

    private static final int LAST_YEAR = 2100;
    private static final Duration OPEN_FOR = Duration.ofDays(14);

    /** Each is a mail: nobody's mailbox may be flooded by pressing a button again and again. */
    private static final int PER_MAILBOX_AND_DAY = 5;

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
            @Nullable UUID office,
            @Nullable String decree,
            @Nullable LocalDate validTo) {}

    Mono<Invitation> invite(Invite request, @Nullable String idempotencyKey) {
        return Actor.current().flatMap(actor -> {
            check(request, actor);
            var invitation = invitation(request, actor);
            var effect = memberships
                    .lock()
                    .then(notYet(request))
                    .then(checkCap(invitation))
                    .then(repository.insert(invitation))
                    .then(outbox.append(new MemberEvents.Invited(invitation.id(), invitation.role())))
                    .thenReturn(invitation);
            return idempotency.once(actor.person().toString(), idempotencyKey, request, Invitation.class, effect);
        });
    }

    private static void check(Invite request, Actor actor) {
        checkRole(request.role(), actor.tenantOrFail());
        if (request.validTo() != null && request.validTo().getYear() > LAST_YEAR) {
            throw new BadInput("validTo", "fault.year", "2018", String.valueOf(LAST_YEAR));
        }
        if (request.email().equalsIgnoreCase(actor.email())) {
            throw new Conflict("member.self");
        }
    }

    static void checkRole(Role role, Tenant tenant) {
        if (!role.official() || (role.ofProvince() && tenant.kind() != Tenant.Kind.PROVINCE)) {
            throw new BadInput("role", "fault.role");
        }
    }

    private Invitation invitation(Invite request, Actor actor) {
        return new Invitation(
                Ids.next(),
                code(),
                request.email().toLowerCase(Locale.ROOT),
                request.role(),
                request.office(),
                request.decree(),
                request.validTo(),
                actor.person(),
                Instant.now().plus(OPEN_FOR),
                1,
                null,
                null);
    }

    /** Who has the role already needs no invitation. */
    private Mono<Void> notYet(Invite request) {
        return memberships
                .of(request.email())
                .flatMap(held -> held.stream()
                                .anyMatch(one ->
                                        one.role() == request.role() && Objects.equals(one.office(), request.office()))
                        ? Mono.error(() -> new Conflict("member.already"))
                        : Mono.empty());
    }

    private Mono<Void> checkCap(Invitation invitation) {
        return repository
                .sentWithinADay(Mailbox.of(invitation.email()))
                .filter(sent -> sent < PER_MAILBOX_AND_DAY)
                .switchIfEmpty(Mono.error(() -> new RuleBroken("invitation.too-many")))
                .then();
    }

    @Transactional(readOnly = true)
    Mono<List<Invitation>> open() {
        return repository.open().collectList();
    }

    /** The addresses that invitations went to. */
    @Transactional(readOnly = true)
    Mono<Map<UUID, String>> addresses(Collection<UUID> ids) {
        return ids.isEmpty() ? Mono.just(Map.of()) : repository.names(ids);
    }

    /** The invitation an event speaks of; for those who tell people of it. */
    @Transactional(readOnly = true)
    public Mono<Invitation> get(UUID id) {
        return repository.find(id).switchIfEmpty(Mono.error(() -> new NotFound("invitation.unknown")));
    }

    /** Takes the offer back. */
    Mono<Void> withdraw(UUID id) {
        return change(id, repository.withdraw(id), new MemberEvents.InvitationWithdrawn(id));
    }

    /** Sends the letter once more; from today on it is good for as long as a new one. */
    Mono<Invitation> sendAgain(UUID id) {
        return memberships
                .lock()
                .then(get(id))
                .flatMap(this::checkCap)
                .then(repository.isRestricted(id))
                .filter(restricted -> !restricted)
                .switchIfEmpty(Mono.error(() -> new Conflict("privacy.restricted")))
                .then(change(
                        id,
                        repository.sentAgain(id, Instant.now().plus(OPEN_FOR)),
                        new MemberEvents.InvitationSentAgain(id)))
                .then(get(id));
    }

    private Mono<Void> change(UUID id, Mono<Boolean> step, Event event) {
        return get(id).then(step)
                .filter(changed -> changed)
                .switchIfEmpty(Mono.error(() -> new Conflict("invitation.used")))
                .then(outbox.append(event));
    }

    private String code() {
        var bytes = new byte[20];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
