package id.satuatap.citizen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts this part of Satu Atap. */
@SpringBootApplication
public class CitizenUi {

    public static void main(String[] arguments) {
        SpringApplication.run(CitizenUi.class, arguments);
    }
}
