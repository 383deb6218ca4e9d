package id.satuatap.core.member;

import id.satuatap.core.database.TenantId;
import id.satuatap.core.message.Mailer;
import id.satuatap.core.outbox.KeptEvent;
import id.satuatap.core.outbox.OutboxListener;
import id.satuatap.core.outbox.Patience;
import id.satuatap.core.shared.Sentences;
import id.satuatap.core.tenancy.PlatformProperties;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings an invitation to the invited person, in the tenant's first language. */
@Component
class InvitationMail implements OutboxListener {

    private static final Set<String> TELLING = Set.of(MemberEvents.Invited.TYPE, MemberEvents.InvitationSentAgain.TYPE);

    private final Invitations invitations;
    private final Tenants tenants;
    private final PlatformProperties platform;
    private final Mailer mailer;
    private final MessageSource texts = Sentences.of("mails");

    InvitationMail(Invitations invitations, Tenants tenants, PlatformProperties platform, Mailer mailer) {
        this.invitations = invitations;
        this.tenants = tenants;
        this.platform = platform;
        this.mailer = mailer;
    }

    @Override
    public String name() {
        return "invitation-mail";
    }

    @Override
    public boolean wants(String type) {
        return TELLING.contains(type);
    }

    @Override
    public Patience patience() {
        return Mailer.PATIENCE;
    }

    @Override
    public Mono<Void> on(TenantId tenant, KeptEvent event) {
        return Mono.zip(
                        invitations.get(event.subject()).filter(invitation -> invitation.openAt(Instant.now())),
                        tenants.get(tenant.value()))
                .map(found -> mail(event, found.getT1(), found.getT2()))
                .flatMap(mailer::send);
    }

    private Mailer.Mail mail(KeptEvent event, Invitation invitation, Tenant tenant) {
        var locale = Locale.of(tenant.languages().getFirst());
        var role = texts.getMessage("role." + invitation.role().key(), null, locale);
        var link = platform.originOf(tenant.slug()) + "/admin/undangan/" + invitation.code();
        return new Mailer.Mail(
                event.id().toString(),
                invitation.email(),
                texts.getMessage("invitation.subject", new Object[] {tenant.name()}, locale),
                texts.getMessage("invitation.text", new Object[] {tenant.name(), role, link}, locale));
    }
}
