package id.satuatap.citizen.core;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an answer of platform-core is used again.
 *
 * @param tenants the list of tenants; a suspension shows after this long at the latest
 * @param blocks  figures and offices
 */
@ConfigurationProperties("satuatap.citizen.remember")
public record CoreProperties(
        @DefaultValue("5s") Duration tenants,
        @DefaultValue("10s") Duration blocks) {}
