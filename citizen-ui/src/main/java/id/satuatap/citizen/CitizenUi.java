package id.satuatap.citizen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the public pages of Satu Atap: plain HTML, for everybody, without an account. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CitizenUi {

    public static void main(String[] arguments) {
        SpringApplication.run(CitizenUi.class, arguments);
    }
}
