package id.satuatap.gateway.route;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How long things may take.
 *
 * @param response from the request's first byte to the answer's first
 * @param upload the same where a file is sent
 * @param body shorter than {@code response}, so that the slow caller is told of himself: longest silence while he sends a body, and longest time without taking any of an answer
 * @param headers from opening a connection to the end of the first request's headers
 * @param keepAlive from an answer's end to the end of the next request's headers
 */
@Validated
@ConfigurationProperties("satuatap.gateway.times")
record Timeouts(
        @NotNull Duration response,
        @NotNull Duration upload,
        @NotNull Duration body,
        @NotNull Duration headers,
        @NotNull Duration keepAlive) {}
