package id.satuatap.core.member;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Requires;
import id.satuatap.core.access.Role;
import id.satuatap.core.access.SignedIn;
import id.satuatap.core.access.Standings;
import id.satuatap.core.shared.Page;
import id.satuatap.core.tenancy.PlatformProperties;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/invitations")
class InvitationController {

    @Schema(example = """
            {"email": "siti@contoh.example", "role": "data-entry", "decree": "SK Bupati 12/2026", "validTo": "2027-12-31"}""")
    record Invite(
            @NotBlank @Email(regexp = Mailbox.ADDRESS) @Size(max = 254)
            String email,

            @NotNull Role role,
            @Nullable UUID office,
            @Size(max = 200) @Nullable String decree,
            @FutureOrPresent @Nullable LocalDate validTo) {}

    /** @param sent how often the letter was sent */
    record InvitationView(
            UUID id, String email, Role role, @Nullable UUID office, Instant expiresAt, int sent, String link) {}

    private final Invitations invitations;
    private final Acceptance acceptance;
    private final Standings standings;
    private final PlatformProperties platform;

    InvitationController(
            Invitations invitations, Acceptance acceptance, Standings standings, PlatformProperties platform) {
        this.invitations = invitations;
        this.acceptance = acceptance;
        this.standings = standings;
        this.platform = platform;
    }

    @Requires(MemberPermissions.READ)
    @GetMapping
    Mono<Page<InvitationView>> list() {
        return Mono.zip(
                invitations.open(),
                Actor.current(),
                (open, actor) -> Page.whole(
                        open.stream().map(invitation -> view(invitation, actor)).toList()));
    }

    @Requires(MemberPermissions.MANAGE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<InvitationView> invite(
            @Valid @RequestBody Invite request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var invite = new Invitations.Invite(
                request.email().strip(), request.role(), request.office(), request.decree(), request.validTo());
        return invitations.invite(invite, key).zipWith(Actor.current()).map(made -> view(made.getT1(), made.getT2()));
    }

    /** Takes an offer back that nobody has accepted. */
    @Requires(MemberPermissions.MANAGE)
    @PostMapping("/{invitation}/withdrawal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(@PathVariable UUID invitation) {
        return invitations.withdraw(invitation);
    }

    /** Sends the letter once more; the offer is then good for 14 days from now. */
    @Requires(MemberPermissions.MANAGE)
    @PostMapping("/{invitation}/letter")
    Mono<InvitationView> sendAgain(@PathVariable UUID invitation) {
        return invitations.sendAgain(invitation).zipWith(Actor.current()).map(sent -> view(sent.getT1(), sent.getT2()));
    }

    /** For the person who was invited: signed in, with that verified e-mail address. */
    @SignedIn
    @PostMapping("/{code}/acceptance")
    Mono<MemberController.MemberView> accept(@PathVariable String code) {
        return acceptance
                .accept(code)
                .flatMap(begun -> standings.forgetHere().thenReturn(MemberController.MemberView.of(begun)));
    }

    private InvitationView view(Invitation invitation, Actor actor) {
        return new InvitationView(
                invitation.id(),
                invitation.email(),
                invitation.role(),
                invitation.office(),
                invitation.expiresAt(),
                invitation.sent(),
                platform.originOf(actor.tenantOrFail().slug()) + "/admin/undangan/" + invitation.code());
    }
}
