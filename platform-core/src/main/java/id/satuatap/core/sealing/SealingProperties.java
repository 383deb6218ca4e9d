package id.satuatap.core.sealing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys of the platform, each as {@code id:base64 of 32 random bytes}. Never in the database, never in a backup of it.
 *
 * @param key wraps the keys of tenants from now on
 * @param older open what they wrapped, until everything is wrapped anew
 */
@ConfigurationProperties("satuatap.sealing")
record SealingProperties(@Nullable String key, @DefaultValue List<String> older) {

    @Override
    public String toString() {
        return "SealingProperties"; // what is printed is no secret
    }
}
