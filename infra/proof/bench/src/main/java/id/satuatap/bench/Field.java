package id.satuatap.bench;

import id.satuatap.stack.Part;
import id.satuatap.stack.Report;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import id.satuatap.stack.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rows about core share: a stack whose core runs as in production, its twin with the same options beside it, data, and a token
 * that lasts.
 */
final class Field {

    /** The virtual machine as in production: both compilers, half a gigabyte. */
    static final List<String> OPTIONS = List.of("-Xmx512m");

    private static final Duration YEAR = Duration.ofDays(365);

    private final Suite.Run run;
    private final Stack stack;
    private final Data data;
    private final String token;
    private final TwinProcess twin;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> warm = new HashSet<>();

    private Field(Suite.Run run) {
        this.run = run;
        this.stack = run.stack();
        var core = stack.service(Part.PLATFORM_CORE);
        if (!run.isShort()) {
            core.withoutJavaOptions("-XX:TieredStopAtLevel")
                    .withoutJavaOptions("-Xmx")
                    .javaOptions(OPTIONS);
        }
        var tokens = stack.tokens();
        var expiry = (System.currentTimeMillis() + YEAR.toMillis()) / 1000;
        this.token = tokens.token("uji", Map.of("client_id", "uji", "exp", expiry));
        this.data = new Data(stack.database(), stack.issuer());
        this.twin = TwinProcess.start(core, tokens.url(), run.folder().resolve("twin.log"));
    }

    /** One for all rows, made when the first needs it. */
    static final class Once {

        private @Nullable Field field;

        synchronized Field of(Suite.Run run) {
            if (field == null) {
                field = new Field(run);
            }
            return field;
        }
    }

    boolean isShort() {
        return run.isShort();
    }

    boolean has(String argument) {
        return run.has(argument);
    }

    /** Where a row may leave what it writes. */
    Path folder() {
        return run.folder();
    }

    Report report() {
        return run.report();
    }

    Stack stack() {
        return stack;
    }

    String token() {
        return token;
    }

    String core() {
        return "http://127.0.0.1:" + stack.port(Part.PLATFORM_CORE);
    }

    String twin() {
        return twin.address();
    }

    Data data() {
        return data;
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
        for (var address : List.of(core(), twin())) {
            if (!Await.within(Duration.ofSeconds(20), () -> answers(address, Ids.slug(tenants - 1)))) {
                throw new IllegalStateException("%s does not know the tenants".formatted(address));
            }
        }
    }

    private boolean answers(String address, String tenant) {
        return send(address, tenant, "GET", "/api/v1/audit?limit=1", null).statusCode() == 200;
    }

    /** Before anything is asked through the gateway: it runs as in production, too, knows all tenants, and is warm. */
    void throughGateway() {
        int tenants = tenants();
        var gateway = stack.service(Part.GATEWAY);
        if (!isShort() && compilesForStartOnly(gateway)) {
            gateway.withoutJavaOptions("-XX:TieredStopAtLevel").stop();
            gateway.start();
            gateway.awaitReady(Duration.ofMinutes(1));
        }
        if (!Await.within(
                Duration.ofSeconds(60),
                () -> send(requestThroughGateway(Ids.slug(tenants - 1), "/api/v1/audit?limit=1"))
                                .statusCode()
                        == 200)) {
            throw new IllegalStateException("the gateway does not know the tenants");
        }
        if (!isShort()) {
            warm(
                    "gateway",
                    () -> loadThroughGateway(TenantList.CONNECTIONS, 0, WarmUp.TURN)
                            .perSecond());
        }
    }

    /** The last of its options counts: a full run has told it otherwise already. */
    private static boolean compilesForStartOnly(Service service) {
        return service.command().stream()
                .filter(option -> option.startsWith("-XX:TieredStopAtLevel"))
                .reduce((first, last) -> last)
                .filter("-XX:TieredStopAtLevel=1"::equals)
                .isPresent();
    }

    /** Lists of so many tenants in turn, until core gets no faster. */
    void warmCore(int tenants) {
        warm("core", () -> list(core(), WarmUp.TURN, 0, tenants));
    }

    void warmTwin(int tenants) {
        warm("twin", () -> list(twin(), WarmUp.TURN, 0, tenants));
    }

    /** Once in a run: what is warm stays so, since no section starts any of it anew. */
    private void warm(String what, DoubleSupplier perSecond) {
        if (warm.add(what)) {
            WarmUp.of(what, perSecond);
        }
    }

    /** How many lists a second one address gives, of so many tenants in turn. */
    double list(String address, Duration time, int first, int tenants) {
        return Load.run(address, "list.lua", TenantList.CONNECTIONS, time, token, first, tenants)
                .sound()
                .perSecond();
    }

    /** Lists of all tenants in turn, through the gateway; each connection pauses for so many milliseconds between two. */
    Load loadThroughGateway(int connections, long pause, Duration time) {
        var gateway = URI.create(stack.gateway());
        return Load.run(
                "http://127.0.0.1:" + gateway.getPort(),
                "list.lua",
                connections,
                time,
                token,
                0,
                Data.TENANTS,
                gateway.getAuthority(),
                pause);
    }

    HttpRequest requestThroughGateway(String tenant, String path) {
        return stack.request(tenant, path)
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
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Measures each of several in turn, so many times: what changes on the machine meets all of them. */
    static List<Samples> alternating(int times, List<Supplier<Double>> measured) {
        var seen = new double[measured.size()][times];
        for (int round = 0; round < times; round++) {
            for (int which = 0; which < measured.size(); which++) {
                seen[which][round] = measured.get(which).get();
            }
        }
        return IntStream.range(0, measured.size())
                .mapToObj(which -> Samples.of(DoubleStream.of(seen[which])))
                .toList();
    }

    /** A figure that must reach something, where timings count; else only told. */
    void reach(boolean reached, String section, String id, String what, String figure) {
        report().add(section, id, what, reached ? Report.Outcome.PASSED : Report.Outcome.SHORT, figure);
    }
}
