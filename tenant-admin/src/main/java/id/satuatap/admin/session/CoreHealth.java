package id.satuatap.admin.session;

import id.satuatap.servlet.Addresses;
import id.satuatap.servlet.core.CoreClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Names core in the health when it does not answer. This part itself stays ready: it says so on screen. */
@Component("core")
class CoreHealth implements HealthIndicator {

    private final CoreClients clients;
    private final URI probe;

    CoreHealth(CoreClients clients, Addresses addresses) {
        this.clients = clients;
        this.probe = URI.create(addresses.coreUrl() + "/actuator/health/liveness");
    }

    @Override
    public Health health() {
        try {
            var request =
                    HttpRequest.newBuilder(probe).timeout(Duration.ofSeconds(2)).build();
            var status = clients.http().send(request, BodyHandlers.discarding()).statusCode();
            return (status == 200 ? Health.up() : Health.down())
                    .withDetail("status", status)
                    .build();
        } catch (IOException away) {
            return Health.down().withDetail("reason", "no answer").build();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Health.unknown().build();
        }
    }
}
