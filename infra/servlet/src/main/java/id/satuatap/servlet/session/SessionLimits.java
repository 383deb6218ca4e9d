package id.satuatap.servlet.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a browser session may last at most and without a request, and how many there may be at once.
 *
 * @param perTenant of people who signed in
 * @param visitorsPerTenant of visitors who have not (yet)
 * @param visitorsPerAddress the same from one address
 */
@ConfigurationProperties("satuatap.session")
public record SessionLimits(
        Duration life, Duration idle, int perTenant, int visitorsPerTenant, int visitorsPerAddress) {

    public SessionLimits {
        if (Math.min(perTenant, Math.min(visitorsPerTenant, visitorsPerAddress)) < 1
                || !life.isPositive()
                || !idle.isPositive()) {
            throw new IllegalArgumentException("Every limit of satuatap.session must be positive");
        }
    }
}
