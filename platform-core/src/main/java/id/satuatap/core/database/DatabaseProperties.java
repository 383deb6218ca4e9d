package id.satuatap.core.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the database is, and who we are there: the runtime role, which owns nothing.
 *
 * @param statementTimeout after which the server gives up
 * @param patience after which we give up a whole transaction, if the server says nothing at all
 * @param evaluation allows a server below the security floor, as the embedded one is; never for real data
 */
@Validated
@ConfigurationProperties("satuatap.database")
record DatabaseProperties(
        @NotBlank String host,
        @Min(1) @Max(65535) int port,
        @NotBlank String name,
        @NotBlank String username,
        @NotBlank String password,
        @Min(1) @DefaultValue("10") int poolSize,
        @DefaultValue("15s") Duration statementTimeout,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("false") boolean evaluation) {}
