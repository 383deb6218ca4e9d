package id.satuatap.bench.edge;

import id.satuatap.stack.Part;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A gateway of its own in front of the bench's backend: the program and the filters of the real one, limits that never refuse. */
final class GatewayReplica implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;
    private final Service service;

    private GatewayReplica(String url, Service service) {
        this.url = url;
        this.service = service;
    }

    /** With the options of production, and these. */
    static GatewayReplica start(Stack stack, String backend, String... options) {
        var port = Nginx.freePort();
        var plenty = "1000000000";
        var service = stack.service(Part.GATEWAY)
                .replica(port)
                .environment(Map.of(
                        "MANAGEMENT_SERVER_PORT",
                        Integer.toString(Nginx.freePort()),
                        "SATUATAP_CORE_URL",
                        backend,
                        "SATUATAP_GATEWAY_LIMITS_TENANT_BURST",
                        plenty,
                        "SATUATAP_GATEWAY_LIMITS_TENANT_PERSECOND",
                        plenty,
                        "SATUATAP_GATEWAY_LIMITS_API_BURST",
                        plenty,
                        "SATUATAP_GATEWAY_LIMITS_API_PERSECOND",
                        plenty))
                .withoutJavaOptions("-XX:TieredStopAtLevel")
                .javaOptions(List.of(options));
        service.start();
        var replica = new GatewayReplica("http://127.0.0.1:" + port, service);
        try {
            replica.awaitAnswer();
        } catch (RuntimeException e) {
            replica.close();
            throw e;
        }
        return replica;
    }

    String url() {
        return url;
    }

    /** Ready once it knows the tenants and so passes a request on. */
    private void awaitAnswer() {
        var deadline = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (Instant.now().isAfter(deadline) || !service.isAlive()) {
                throw new IllegalStateException("The gateway does not answer; its log: " + service.log());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/api/v1/1k"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (service.isAlive()) {
            service.kill();
        }
    }
}
