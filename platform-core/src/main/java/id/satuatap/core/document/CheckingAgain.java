package id.satuatap.core.document;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.core.database.CurrentTenant;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.database.Uninterrupted;
import id.satuatap.core.document.inspection.Clamd;
import id.satuatap.core.tenancy.Rounds;
import id.satuatap.core.tenancy.Tenant;
import id.satuatap.core.tenancy.Tenants;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Shows files to the virus scanner again for which it did not answer, every minute, tenant by tenant, until it answers: nobody has to send
 * them once more. Several instances take different files. One that does not pass although the scanner is there holds up no other, and is
 * tried ever less often.
 */
@Component
class CheckingAgain extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(CheckingAgain.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Quarantine quarantine;
    private final Intake intake;
    private final Clamd clamd;

    /** Files of which the log has told. */
    private final Cache<UUID, Boolean> told =
            Caffeine.newBuilder().maximumSize(10_000).build();

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

    /** One file after the other, as long as the scanner is there. */
    Mono<Void> check(TenantId tenant) {
        return Mono.defer(() -> Uninterrupted.toTheEnd(quarantine.claim().flatMap(this::goesOnAfter)))
                .defaultIfEmpty(false)
                .repeat()
                .takeWhile(goesOn -> goesOn)
                .then()
                .contextWrite(context -> CurrentTenant.put(context, tenant));
    }

    private Mono<Boolean> goesOnAfter(Document document) {
        return show(document)
                .onErrorResume(failed -> {
                    tell(document, failed.toString());
                    return Mono.just(false);
                })
                .flatMap(answered -> answered ? Mono.just(true) : passOver(document));
    }

    /** Whether the scanner answered. */
    private Mono<Boolean> show(Document document) {
        return intake.again(document)
                .flatMap(now -> quarantine
                        .answered(document.checked(now), intake.replace(document, now))
                        .then(intake.discard(document, now))
                        .onErrorResume(failed -> intake.discard(document, now).then(Mono.error(failed)))
                        .thenReturn(true))
                .defaultIfEmpty(false);
    }

    /** Whether the others can be shown to it. */
    private Mono<Boolean> passOver(Document document) {
        return Mono.fromCallable(clamd::answers)
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(there -> tell(document, there ? "no verdict" : "no scanner"))
                .delayUntil(there -> there ? quarantine.postpone(document) : Mono.empty());
    }

    /** Once of each file, not at each try. */
    private void tell(Document document, String why) {
        if (told.asMap().putIfAbsent(document.id(), true) == null) {
            LOG.warn("file {} stays in quarantine for now: {}", document.id(), why);
        }
    }
}
