package id.satuatap.admin.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How long a browser session may last at most and without a request, and how many one tenant may have at once. */
@ConfigurationProperties("satuatap.session")
public record SessionLimits(Duration life, Duration idle, int perTenant) {

    public SessionLimits {
        if (perTenant < 1 || !life.isPositive() || !idle.isPositive()) {
            throw new IllegalArgumentException("satuatap.session.life, .idle and .per-tenant must be positive");
        }
    }
}
