package id.satuatap.identity.mail;

import id.satuatap.identity.IdentityProperties;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.mail.MessagingException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.util.StringUtils;

/** Chooses the way out: the mail server if one is configured, else the folder. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    MailTransport mailTransport(
            ObjectProvider<JavaMailSender> sender,
            IdentityProperties properties,
            Environment environment,
            Clock clock) {
        if (StringUtils.hasText(environment.getProperty("spring.mail.host"))) {
            return sender.getObject()::send;
        }
        if (StringUtils.hasText(properties.mailFolder())) {
            return new MailFolder(Path.of(properties.mailFolder()), clock);
        }
        return letter -> {
            throw new MessagingException("Neither SPRING_MAIL_HOST nor SATUATAP_MAIL_FOLDER is set.");
        };
    }

    @Bean
    MeterBinder waitingMails(MailOutboxRepository outbox) {
        return (MeterRegistry metrics) -> Gauge.builder(
                        "satuatap.identity.mail.waiting", outbox, MailOutboxRepository::waiting)
                .register(metrics);
    }
}
