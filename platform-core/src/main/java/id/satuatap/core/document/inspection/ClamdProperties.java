package id.satuatap.core.document.inspection;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the virus scanner listens.
 *
 * @param host none: files are kept unchecked, and say so
 * @param patience for one answer; clamd itself takes half a minute for a large archive, and longer while it loads signatures
 */
@Validated
@ConfigurationProperties("satuatap.clamd")
public record ClamdProperties(
        @Nullable String host,
        @Min(1) @Max(65_535) @DefaultValue("3310") int port,
        @NotNull @DefaultValue("60s") Duration patience) {}
