package id.satuatap.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts this part of Satu Atap. */
@SpringBootApplication
public class Identity {

    public static void main(String[] arguments) {
        SpringApplication.run(Identity.class, arguments);
    }
}
