package id.satuatap.core.document;

import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.database.Uninterrupted;
import id.satuatap.core.document.inspection.Clamd;
import id.satuatap.core.tenancy.Rounds;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Shows files to the virus scanner again for which it did not answer, every minute, tenant by tenant, until it answers: nobody has to send
 * them once more. Several instances take different files.
 */
@Component
class CheckingAgain extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(CheckingAgain.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Quarantine quarantine;
    private final Intake intake;
    private final Clamd clamd;

    CheckingAgain(Quarantine quarantine, Intake intake, Clamd clamd, Tenants tenants) {
        super(tenants, EVERY, EVERY);
        this.quarantine = quarantine;
        this.intake = intake;
        this.clamd = clamd;
    }

    @Override
    protected Mono<Void> visit(Tenant tenant) {
        return clamd.isThere() ? check(tenant.tenantId()) : Mono.empty();
    }

    /** One file after the other, as long as the scanner answers; what fails is left for a later round. */
    Mono<Void> check(TenantId tenant) {
        return Mono.defer(() -> Uninterrupted.toTheEnd(quarantine.claim().flatMap(this::again)))
                .onErrorResume(failed -> {
                    LOG.warn("a file of {} stays in quarantine for now: {}", tenant, failed.toString());
                    return Mono.empty();
                })
                .hasElement()
                .repeat()
                .takeWhile(answered -> answered)
                .then()
                .contextWrite(context -> CurrentTenant.put(context, tenant));
    }

    private Mono<Document> again(Document document) {
        return intake.again(document).map(document::checked).flatMap(quarantine::answered);
    }
}
