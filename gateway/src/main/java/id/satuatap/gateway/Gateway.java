package id.satuatap.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts this part of Satu Atap. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Gateway {

    /** As in platform-core: without it a kept connection may never be read on (Reactor Netty 1.3.6, its issue 4361). */
    private static final String END_BEFORE_NEXT = "reactor.netty.http.server.lastFlushWhenNoRead";

    public static void main(String[] arguments) {
        System.setProperty(END_BEFORE_NEXT, "true");
        SpringApplication.run(Gateway.class, arguments);
    }
}
