package id.satuatap.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts this part of Satu Atap. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {

    public static void main(String[] arguments) {
        SpringApplication.run(Gateway.class, arguments);
    }
}
