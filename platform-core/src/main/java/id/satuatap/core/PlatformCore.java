package id.satuatap.core;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcTransactionManagerAutoConfiguration;

/** The whole domain and its API. Migrations are not its work: see {@code setup}. */
@SpringBootApplication(exclude = {R2dbcAutoConfiguration.class, R2dbcTransactionManagerAutoConfiguration.class})
public class PlatformCore {

    /** One event loop for each core: nothing here blocks, so more would only take turns. */
    private static final String EVENT_LOOPS = "reactor.netty.ioWorkerCount";

    public static void main(String[] arguments) {
        if (System.getProperty(EVENT_LOOPS) == null) {
            System.setProperty(
                    EVENT_LOOPS, Integer.toString(Runtime.getRuntime().availableProcessors()));
        }
        SpringApplication.run(PlatformCore.class, arguments);
    }
}
