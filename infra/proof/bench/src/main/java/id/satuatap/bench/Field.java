package id.satuatap.bench;

import id.satuatap.stack.FreePorts;
import id.satuatap.stack.Part;
import id.satuatap.stack.Rows;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the rows about core share: a stack whose core runs as in production, its twin with the same options beside it, data, and a token
 * that lasts.
 */
final class Field {

    static final int CONNECTIONS = 16;
    static final String LIST = "/api/v1/audit?limit=20";

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration TO_NOTICE = Duration.ofMinutes(1);

    final Suite.Run run;
    final Stack stack;
    final Data data;
    final String token;
    private final String twin;
    private final Set<String> warm = new HashSet<>();

    Field(Suite.Run run) {
        this.run = run;
        this.stack = run.stack();
        if (!run.isShort()) {
            stack.service(Part.PLATFORM_CORE)
                    .withoutJavaOptions("-XX:TieredStopAtLevel")
                    .withoutJavaOptions("-Xmx")
                    .javaOptions(List.of("-Xmx512m"));
        }
        var expiry = (System.currentTimeMillis() + YEAR.toMillis()) / 1000;
        this.token = stack.tokens().token("uji", Map.of("client_id", "uji", "exp", expiry));
        this.data = new Data(stack.database(), stack.issuer());
        this.twin = startTwin();
    }

    /** The machine's options and the database that core has. */
    private String startTwin() {
        var core = stack.service(Part.PLATFORM_CORE);
        var address = "http://127.0.0.1:" + FreePorts.next();
        var command = new ArrayList<>(core.command().subList(0, core.command().indexOf("-jar")));
        command.addAll(List.of(
                "-jar",
                Stack.root()
                        .resolve("infra/proof/twin/target/twin-0.1.0-SNAPSHOT.jar")
                        .toString(),
                "--server.port=" + URI.create(address).getPort()));
        var environment = new HashMap<String, String>();
        for (var name : List.of("HOST", "PORT", "NAME", "USERNAME", "PASSWORD")) {
            environment.put("SATUATAP_DATABASE_" + name, core.environment("SATUATAP_DATABASE_" + name));
        }
        environment.put("SATUATAP_ISSUER", stack.issuer());
        environment.put("SATUATAP_IDENTITY_URL", stack.tokens().url());
        Peer.start(command, environment, run.folder().resolve("twin.log")).awaitReady(address + "/actuator/health");
        return address;
    }

    boolean isShort() {
        return run.isShort();
    }

    Rows rows(String section) {
        return run.report().of(section);
    }

    String core() {
        return "http://127.0.0.1:" + stack.port(Part.PLATFORM_CORE);
    }

    String twin() {
        return twin;
    }

    /** All tenants with their rows; few of both in a short run. */
    int tenants() {
        int tenants = isShort() ? 10 : Data.TENANTS;
        load(tenants, isShort() ? 100 : 2_000);
        return tenants;
    }

    /** So many tenants, once core and twin have noticed them. */
    void load(int tenants, int rows) {
        data.load(tenants, rows);
        for (var address : List.of(core(), twin)) {
            noticed(address, () -> send(address, Data.slug(tenants - 1), "GET", LIST, null));
        }
    }

    private static void noticed(String who, Callable<HttpResponse<byte[]>> asking) {
        if (!Waiting.until(TO_NOTICE, () -> asking.call().statusCode() == 200)) {
            throw new IllegalStateException(who + " does not know the tenants");
        }
    }

    /** Before anything is asked through the gateway: it runs as in production, too, knows all tenants, and is warm. */
    void throughGateway() {
        int tenants = tenants();
        if (!isShort() && !warm.contains("gateway")) {
            var gateway = stack.service(Part.GATEWAY).withoutJavaOptions("-XX:TieredStopAtLevel");
            gateway.stop();
            gateway.start();
            gateway.awaitReady(TO_NOTICE);
        }
        noticed("the gateway", () -> send(requestThroughGateway(tenants - 1)));
        if (!isShort()) {
            warm(
                    "gateway",
                    () -> loadThroughGateway(CONNECTIONS, 0, WarmUp.TURN).perSecond());
        }
    }

    /** Lists of so many tenants in turn, until core gets no faster. */
    void warmCore(int tenants) {
        warm("core", () -> list(core(), WarmUp.TURN, 0, tenants));
    }

    void warmTwin(int tenants) {
        warm("twin", () -> list(twin, WarmUp.TURN, 0, tenants));
    }

    /** Once in a run: what is warm stays so, since no section starts any of it anew. */
    private void warm(String what, DoubleSupplier perSecond) {
        if (warm.add(what)) {
            WarmUp.of(what, perSecond);
        }
    }

    /** How many lists a second one address gives, of so many tenants in turn. */
    double list(String address, Duration time, int first, int tenants) {
        return Load.run(address, "list.lua", CONNECTIONS, time, token, first, tenants)
                .sound()
                .perSecond();
    }

    /** Lists of all tenants in turn, through the gateway; each connection pauses for so many milliseconds between two. */
    Load loadThroughGateway(int connections, long pause, Duration time) {
        var gateway = URI.create(stack.gateway());
        var address = "http://127.0.0.1:" + gateway.getPort();
        return Load.run(address, "list.lua", connections, time, token, 0, Data.TENANTS, gateway.getAuthority(), pause);
    }

    HttpRequest requestThroughGateway(int tenant) {
        return stack.request(Data.slug(tenant), LIST)
                .header("Authorization", "Bearer " + token)
                .build();
    }

    HttpResponse<byte[]> send(String address, String tenant, String method, String path, @Nullable String body) {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("X-Satu-Tenant", tenant)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json").header("If-Match", "\"1\"");
        }
        return send(request.build());
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return stack.http().send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
