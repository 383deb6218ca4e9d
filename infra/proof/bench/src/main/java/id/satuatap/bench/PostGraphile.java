package id.satuatap.bench;

import id.satuatap.stack.Command;
import id.satuatap.stack.Database;
import id.satuatap.stack.FreePorts;
import id.satuatap.stack.Resource;
import id.satuatap.stack.Rows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The list of twenty rows once more, beside an API that PostgreSQL's catalogue wrote; only if asked for, since it needs Node. PostGraphile
 * makes the query and the transaction with the tenant in it; token, tenant and membership it leaves to whoever runs it, so {@code
 * postgraphile.js} does that. Of what core does besides, it does nothing: no metrics of each tenant, no log of refusals, no names of
 * people and things,
 * no word whether more lines follow.
 */
final class PostGraphile {

    /** The last that runs on Node 20; from 5 on it asks for Node 22. */
    private static final String VERSION = "4.14.1";

    /** The lines and columns of {@code /api/v1/audit?limit=20}. */
    private static final String QUERY =
            "{list:allEntriesList(first:20,orderBy:PRIMARY_KEY_DESC){position occurredAt kind action actor subject data}}";

    private static final String WHAT = "list beside PostGraphile ≥ 1.0";
    private static final int ROUNDS = 3;

    private final Field field;
    private final Rows rows;
    private final Path folder;
    private final int port = FreePorts.next();
    private final String address = "http://127.0.0.1:" + port;

    PostGraphile(Field field, Rows rows) {
        this.field = field;
        this.rows = rows;
        this.folder = field.run.folder().resolve("postgraphile");
    }

    void run() {
        if (!field.run.has("--postgraphile")) {
            rows.notYet("", WHAT, "not asked for: --postgraphile");
        } else if (!Command.exists("node") || !Command.exists("npm")) {
            rows.notYet("", WHAT, "node or npm is missing");
        } else if (install()) {
            try (var peer = Peer.start(
                    List.of("node", folder.resolve("server.js").toString()),
                    settings(),
                    folder.resolve("server.log"))) {
                peer.await(() -> ask(Data.slug(0), field.token).statusCode() == 200);
                compareAnswers();
                race();
            }
        }
    }

    /** Into a folder of its own. */
    private boolean install() {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
            Files.writeString(folder.resolve("server.js"), Resource.text(PostGraphile.class, "postgraphile.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var npm =
                "npm install --no-audit --no-fund --prefer-offline --prefix %s postgraphile@%s pg@8.23.1 graphql@15.11.0 jsonwebtoken@9.0.3";
        var installed = Command.ended(Map.of(), npm.formatted(folder, VERSION).split(" "));
        if (installed.exit() != 0) {
            rows.notYet("", WHAT, "npm has no PostGraphile %s: %s".formatted(VERSION, installed.said()));
        }
        return installed.exit() == 0;
    }

    private Map<String, String> settings() {
        var database = field.stack.database();
        return Map.of(
                "NODE_ENV",
                "production",
                "GRAPHILE_ENV",
                "production",
                "PGHOST",
                "127.0.0.1",
                "PGPORT",
                String.valueOf(database.port()),
                "PGDATABASE",
                Database.PLATFORM,
                "PGUSER",
                "satuatap_app",
                "PGPASSWORD",
                database.runtimePassword(),
                "ISSUER",
                field.stack.issuer(),
                "IDENTITY_URL",
                field.stack.tokens().url(),
                "PORT",
                String.valueOf(port));
    }

    private HttpResponse<byte[]> ask(String tenant, String token) {
        return field.send(HttpRequest.newBuilder(URI.create(address + "/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("X-Satu-Tenant", tenant)
                .POST(BodyPublishers.ofString("{\"query\":\"%s\"}".formatted(QUERY)))
                .build());
    }

    /** The peer does the same work: the same lines for who may see them, none for who may not. */
    private void compareAnswers() {
        var tenant = Data.slug(3);
        var core = lines(field.send(field.core(), tenant, "GET", Field.LIST, null), "/items");
        var other = lines(ask(tenant, field.token), "/data/list");
        rows.check(
                core.size() == 20 && core.equals(other),
                "",
                "the same twenty lines from core and PostGraphile",
                core.equals(other) ? "" : "core: %s; PostGraphile: %s",
                core,
                other);
        var forged = ask(tenant, field.token + "x").statusCode();
        var stranger = ask(tenant, field.stack.tokens().person("asing")).statusCode();
        rows.check(
                forged == 401 && stranger == 403,
                "",
                "PostGraphile refuses a forged token and a stranger",
                "%d, %d",
                forged,
                stranger);
    }

    private static List<String> lines(HttpResponse<byte[]> answer, String where) {
        return JsonMapper.shared().readTree(answer.body()).at(where).values().stream()
                .map(line -> line.path("position").asString("") + " "
                        + line.path("action").asString(""))
                .toList();
    }

    private void race() {
        var tenants = field.tenants();
        WarmUp.of("list", () -> perSecond(WarmUp.TURN));
        var seen = Samples.alternating(
                ROUNDS,
                List.of(() -> field.list(field.core(), TenantList.TIME, 0, tenants), () -> perSecond(TenantList.TIME)));
        var ratio = seen.get(0).ratioTo(seen.get(1));
        rows.reach(
                ratio >= 1,
                "",
                WHAT,
                "%.2f; %s against %s by PostGraphile %s on Node %s with tokens, tenants and members checked around it",
                ratio,
                seen.get(0).text("/s"),
                seen.get(1).text("/s"),
                VERSION,
                Command.run("node", "--version").strip());
    }

    private double perSecond(Duration time) {
        return Load.run(address, "graphql.lua", Field.CONNECTIONS, time, field.token, 0, field.tenants(), QUERY)
                .sound()
                .perSecond();
    }
}
