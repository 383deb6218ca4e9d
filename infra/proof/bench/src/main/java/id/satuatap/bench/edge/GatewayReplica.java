package id.satuatap.bench.edge;

import id.satuatap.stack.FreePorts;
import id.satuatap.stack.Part;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Waiting;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** A gateway of its own in front of the bench's backend: the program and the filters of the real one, limits that never refuse. */
record GatewayReplica(String url, Service service) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** With the options of production, and these; ready once it knows the tenants and so passes a request on. */
    static GatewayReplica start(Stack stack, String backend, String... options) {
        var port = FreePorts.next();
        var environment = new HashMap<String, String>();
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(FreePorts.next()));
        environment.put("SATUATAP_CORE_URL", backend);
        for (var limit : List.of("TENANT_BURST", "TENANT_PERSECOND", "API_BURST", "API_PERSECOND")) {
            environment.put("SATUATAP_GATEWAY_LIMITS_" + limit, "1000000000");
        }
        var service = stack.service(Part.GATEWAY)
                .replica(port)
                .environment(environment)
                .withoutJavaOptions("-XX:TieredStopAtLevel")
                .javaOptions(List.of(options));
        service.start();
        var replica = new GatewayReplica("http://127.0.0.1:" + port, service);
        var request = HttpRequest.newBuilder(URI.create(replica.url + "/api/v1/1k"));
        if (!Waiting.until(PATIENCE, () -> stack.send(request).statusCode() == 200)) {
            replica.close();
            throw new IllegalStateException("The gateway does not answer; its log: " + service.log());
        }
        return replica;
    }

    @Override
    public void close() {
        if (service.isAlive()) {
            service.kill();
        }
    }
}
