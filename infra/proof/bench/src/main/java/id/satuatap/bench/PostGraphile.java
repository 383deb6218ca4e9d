package id.satuatap.bench;

import id.satuatap.stack.Database;
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
import java.util.stream.Stream;

/**
 * PostGraphile as core's peer in reading: the way to an API without writing one. It makes the query and the transaction with
 * the tenant in it; token, tenant and membership it leaves to whoever runs it, so {@code postgraphile.js} does that. Of what
 * core does besides, it does nothing: no metrics of each tenant, no log of refusals, no word whether more lines follow.
 */
final class PostGraphile implements AutoCloseable {

    /** The last that runs on Node 20; from 5 on it asks for Node 22. */
    static final String VERSION = "4.14.1";

    /** The lines and columns of {@code /api/v1/audit?limit=20}. */
    static final String QUERY =
            "{list:allEntriesList(first:20,orderBy:PRIMARY_KEY_DESC){position occurredAt kind action actor actorName subject data}}";

    private static final List<String> PACKAGES =
            List.of("postgraphile@" + VERSION, "pg@8.23.1", "graphql@15.11.0", "jsonwebtoken@9.0.3");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Field field;
    private final Process process;
    private final int port;

    private PostGraphile(Field field, Process process, int port) {
        this.field = field;
        this.process = process;
        this.port = port;
    }

    static String node() {
        return Command.run(List.of("node", "--version")).strip();
    }

    static boolean possible() {
        return Command.exists("node") && Command.exists("npm");
    }

    /** Fetches it into a folder of its own; an exception if there is nothing to be had. */
    static void install(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
            Files.writeString(folder.resolve("server.js"), Resource.text("postgraphile.js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var npm =
                List.of("npm", "install", "--no-audit", "--no-fund", "--prefer-offline", "--prefix", folder.toString());
        Command.run(Stream.concat(npm.stream(), PACKAGES.stream()).toList());
    }

    static PostGraphile start(Field field, Path folder) {
        try {
            var port = TwinProcess.freePort();
            var database = field.stack().database();
            var builder = new ProcessBuilder("node", folder.resolve("server.js").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("server.log").toFile());
            var environment = builder.environment();
            environment.put("NODE_ENV", "production");
            environment.put("GRAPHILE_ENV", "production");
            environment.put("PGHOST", "127.0.0.1");
            environment.put("PGPORT", String.valueOf(database.port()));
            environment.put("PGDATABASE", Database.PLATFORM);
            environment.put("PGUSER", "satuatap_app");
            environment.put("PGPASSWORD", database.runtimePassword());
            environment.put("ISSUER", field.stack().issuer());
            environment.put("IDENTITY_URL", field.stack().tokens().url());
            environment.put("PORT", String.valueOf(port));
            var peer = new PostGraphile(field, builder.start(), port);
            Runtime.getRuntime().addShutdownHook(new Thread(peer::close));
            peer.awaitReady();
            return peer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<byte[]> ask(String tenant, String token) {
        return field.send(HttpRequest.newBuilder(URI.create(address() + "/graphql"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("X-Satu-Tenant", tenant)
                .POST(BodyPublishers.ofString("{\"query\":\"%s\"}".formatted(QUERY)))
                .build());
    }

    private void awaitReady() {
        if (!Await.within(PATIENCE, () -> isReady() || !process.isAlive()) || !process.isAlive()) {
            throw new IllegalStateException("PostGraphile does not start");
        }
    }

    private boolean isReady() {
        try {
            return ask(Ids.slug(0), field.token()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** The workers end when the first process does. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
