package id.satuatap.twin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The reference that core is measured against. */
@SpringBootApplication
public class Twin {

    public static void main(String[] arguments) {
        SpringApplication.run(Twin.class, arguments);
    }
}
