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

    /**
     * Ends a request on a kept connection before the next one is looked at. Without it Reactor Netty 1.3.6 may put that one into a queue
     * and never read on (its issue 4361): one in some hundred requests then waits for ever.
     */
    private static final String END_BEFORE_NEXT = "reactor.netty.http.server.lastFlushWhenNoRead";

    public static void main(String[] arguments) {
        if (System.getProperty(EVENT_LOOPS) == null) {
            System.setProperty(
                    EVENT_LOOPS, Integer.toString(Runtime.getRuntime().availableProcessors()));
        }
        System.setProperty(END_BEFORE_NEXT, "true");
        SpringApplication.run(PlatformCore.class, arguments);
    }
}
