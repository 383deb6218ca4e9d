package id.satuatap.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How much is let through. A client is an address at one tenant: offices and mobile networks share an address, hence the generous figures.
 *
 * @param tenant all clients of one tenant together
 * @param api one client's calls to the API
 * @param admin one client's calls to the workspace, its static files included
 * @param adminAnonymous one client's calls to the workspace without a session, each of which may begin one
 * @param pages one client's calls to the public pages
 * @param identity one client's calls to sign-in and token endpoint
 * @param openPerClient requests and connections one client may hold open at once
 * @param openPerTenant the same for all clients of a tenant together
 * @param remembered for how many clients a bucket is kept; the longest idle is forgotten first
 */
@Validated
@ConfigurationProperties("satuatap.gateway.limits")
record Limits(
        @Valid @NotNull Rate tenant,
        @Valid @NotNull Rate api,
        @Valid @NotNull Rate admin,
        @Valid @NotNull Rate adminAnonymous,
        @Valid @NotNull Rate pages,
        @Valid @NotNull Rate identity,
        @Positive int openPerClient,
        @Positive int openPerTenant,
        @Min(1000) int remembered) {

    /**
     * A bucket of tokens.
     *
     * @param burst how many it holds
     * @param perSecond how fast it fills
     */
    record Rate(@Positive long burst, @Positive long perSecond) {}
}
