package id.satuatap.core.shared;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets an instance that was told to end serve on for a moment. It says already that it is not ready; whoever spreads requests
 * hears of that first, and the server ends with nothing on its way to it.
 *
 * @see "Decision 0014"
 */
@Component
@EnableConfigurationProperties(Drain.Settings.class)
class Drain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

    @ConfigurationProperties("satuatap.drain")
    record Settings(@DefaultValue("0s") Duration time) {}

    private final Duration time;
    private volatile boolean running;

    Drain(Settings settings) {
        this.time = settings.time();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    /** Before anything else ends: the phase of a lifecycle without one is the first to stop. */
    @Override
    public void stop(Runnable ended) {
        LOG.info("ending: serves on for {}", time);
        Mono.delay(time).doFinally(signal -> stop()).subscribe(over -> ended.run());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
