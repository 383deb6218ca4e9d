package id.satuatap.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts this part of Satu Atap. */
@SpringBootApplication
@EnableConfigurationProperties(IdentityProperties.class)
@EnableScheduling
public class Identity {

    public static void main(String[] arguments) {
        SpringApplication.run(Identity.class, arguments);
    }
}
