package id.satuatap.identity.account;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How sign-ins end: counted for the operator, without names, and written to the audit trail. */
@Component
class SignInRecord {

    private final AuditTrail audit;
    private final MeterRegistry metrics;

    SignInRecord(AuditTrail audit, MeterRegistry metrics) {
        this.audit = audit;
        this.metrics = metrics;
    }

    void succeeded(UUID account) {
        count("succeeded");
        audit.changed("signed-in", account);
    }

    void refused(@Nullable UUID account) {
        count("refused");
        audit.refused("sign-in.refused", account);
    }

    void turnedAway() {
        count("throttled");
    }

    private void count(String outcome) {
        metrics.counter("satuatap.identity.sign.in", "outcome", outcome).increment();
    }
}
