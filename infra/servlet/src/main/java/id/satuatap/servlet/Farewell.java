package id.satuatap.servlet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.context.SmartLifecycle;

/**
 * Lets a part that was told to end serve on for {@code satuatap.drain.time} and close each kept connection with the
 * answer it gives on it. Tomcat's own graceful end drops a kept connection without a word when a request arrives on it
 * just then, and the gateway may not send that again.
 *
 * @see "Decision 0014"
 */
@AutoConfiguration
class Farewell implements SmartLifecycle, TomcatConnectorCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(Farewell.class);

    private final Duration time;
    private final List<Connector> connectors = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Farewell(@Value("${satuatap.drain.time:1s}") Duration time) {
        this.time = time;
    }

    @Override
    public void customize(Connector connector) {
        connectors.add(connector);
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before anything else ends, which waits for it: the phase of a lifecycle without one is the first to stop. */
    @Override
    public void stop() {
        LOG.info("ending: serves on for {}", time);
        for (var connector : connectors) {
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxKeepAliveRequests(1); // read anew for each request
            }
        }
        LockSupport.parkNanos(time.toNanos());
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
