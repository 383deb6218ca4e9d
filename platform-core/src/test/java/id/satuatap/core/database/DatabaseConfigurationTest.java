package id.satuatap.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.client.ReactorResourceFactory;

class DatabaseConfigurationTest {

    @Test
    void the_queue_for_a_connection_has_an_end() {
        var second = Duration.ofSeconds(1);
        var eventLoops = new ReactorResourceFactory();
        eventLoops.setUseGlobalResources(false);
        eventLoops.afterPropertiesSet();
        var properties = new DatabaseProperties("127.0.0.1", 1, "x", "x", "x", 10, second, second, false);
        var deadlines = new Deadlines(second);

        var pool = new DatabaseConfiguration().connectionPool(properties, deadlines, eventLoops);

        assertThat(pool.getMetrics().orElseThrow().getMaxPendingAcquireSize()).isEqualTo(1000);

        pool.dispose();
        deadlines.stop();
        eventLoops.destroy();
    }
}
