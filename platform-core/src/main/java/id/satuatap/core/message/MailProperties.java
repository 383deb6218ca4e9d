package id.satuatap.core.message;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves, where no SMTP server is configured ({@code spring.mail.host}).
 *
 * @param folder each mail becomes a file here; without it, and without a server, mail waits
 * @param from sender
 */
@ConfigurationProperties("satuatap.mail")
record MailProperties(
        @Nullable Path folder,

        @DefaultValue("Satu Atap <tidak-dibalas@satuatap.example>")
        String from) {}
