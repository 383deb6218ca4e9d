package id.satuatap.gateway.limit;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/** How much a request may carry, by traffic class. */
@Validated
@ConfigurationProperties("satuatap.gateway.bodies")
record BodySizes(
        @NotNull DataSize api,
        @NotNull DataSize upload,
        @NotNull DataSize admin,
        @NotNull DataSize pages,
        @NotNull DataSize identity) {}
