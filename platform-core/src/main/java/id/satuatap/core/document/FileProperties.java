package id.satuatap.core.document;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where files are kept.
 *
 * @param folder made when it is missing
 * @param maxSize of one file
 */
@Validated
@ConfigurationProperties("satuatap.files")
record FileProperties(
        @NotNull Path folder, @DefaultValue("25MB") DataSize maxSize) {}
