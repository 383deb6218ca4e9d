package id.satuatap.identity.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many sessions there may be of people who haven't signed in (yet).
 *
 * @param life without a request
 */
@ConfigurationProperties("satuatap.anonymous-sessions")
public record AnonymousSessionLimits(int perAddress, int inAll, Duration life) {

    public AnonymousSessionLimits {
        if (perAddress < 1 || inAll < perAddress || !life.isPositive()) {
            throw new IllegalArgumentException(
                    "satuatap.anonymous-sessions: per-address, in-all and life must be positive, and in-all the greater");
        }
    }
}
