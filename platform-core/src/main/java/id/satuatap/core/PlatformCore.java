package id.satuatap.core;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;

/** The whole domain and its API. Migrations are not its work: see {@code setup}. */
@SpringBootApplication(exclude = {R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class})
public class PlatformCore {

    public static void main(String[] arguments) {
        SpringApplication.run(PlatformCore.class, arguments);
    }
}
