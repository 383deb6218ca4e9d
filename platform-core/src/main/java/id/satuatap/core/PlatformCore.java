package id.satuatap.core;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts this part of Satu Atap. */
@SpringBootApplication
public class PlatformCore {

    public static void main(String[] arguments) {
        SpringApplication.run(PlatformCore.class, arguments);
    }
}
