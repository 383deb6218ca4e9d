package id.satuatap.servlet;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the other parts are. The issuer is a public address that only browsers resolve; {@code coreUrl} and
 * {@code identityUrl} are the internal ones.
 */
@ConfigurationProperties("satuatap")
public record Addresses(URI baseUrl, URI issuer, URI coreUrl, URI identityUrl) {}
