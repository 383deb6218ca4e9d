package id.satuatap.identity;

import com.sun.net.httpserver.HttpServer;
import id.satuatap.identity.setup.Setup;
import id.satuatap.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.Context;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Identity as it runs in production, on a database of its own, with a platform-core that only names tenants. */
public final class RunningIdentity implements AutoCloseable {

    public static final String ISSUER = "http://id.localhost:8080";
    public static final String ADMIN_SECRET = random();
    public static final String CITIZEN_SECRET = random();
    public static final String MACHINE_SECRET = random();
    public static final String PASSWORD = "kopi pahit pagi hari";
    public static final UUID COORDINATOR = UUID.fromString("01890000-0000-7000-8000-000000000001");
    public static final UUID OVERSEER = UUID.fromString("01890000-0000-7000-8000-000000000002");

    private static final String KEY_SECRET = random();
    private static RunningIdentity shared;

    private final TestDatabase database;
    private final Path mails;
    private final HttpServer core;
    private final Map<String, Object> settings = new HashMap<>();
    private ConfigurableApplicationContext context;

    private RunningIdentity(Map<String, Object> settings) {
        database = TestDatabase.fresh("identity");
        try {
            mails = Files.createTempDirectory("identity-mails");
            core = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
        tenants("""
                {"items":[
                  {"slug":"rembang","name":"Kabupaten Rembang","state":"ACTIVE","accent":"#0b6e4f","hosts":["rembang.localhost"]},
                  {"slug":"lebong","name":"Kabupaten Lebong","state":"SUSPENDED","accent":null,"hosts":["lebong.localhost"]}]}
                """);
        core.start();
        this.settings.putAll(settings);
        setup();
        start();
    }

    /** One for all tests that don't mind each other. */
    public static synchronized RunningIdentity shared() {
        if (shared == null) {
            shared = new RunningIdentity(Map.of());
        }
        return shared;
    }

    public static RunningIdentity with(Map<String, Object> settings) {
        return new RunningIdentity(settings);
    }

    public Browser browser() {
        return new Browser(port(), "203.0.113.10");
    }

    public Browser browserAt(String address) {
        return new Browser(port(), address);
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    /** How many browser sessions are kept. */
    public int sessions() {
        var server = (TomcatWebServer) ((WebServerApplicationContext) context).getWebServer();
        return Arrays.stream(server.getTomcat().getHost().findChildren())
                .map(Context.class::cast)
                .mapToInt(application -> application.getManager().getActiveSessions())
                .sum();
    }

    /** A part of it, to look at alone. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public Mailbox mailbox() {
        return new Mailbox(mails);
    }

    /** As the owner of the database, to look behind the scenes. */
    public JdbcClient sql() {
        return JdbcClient.create(asOwner());
    }

    /** The same, for a transaction that stays open. */
    public Connection connection() throws SQLException {
        return asOwner().getConnection();
    }

    /** The database turns everybody away, or lets them in again. */
    public void databaseAnswers(boolean answers) {
        var server = JdbcClient.create(new DriverManagerDataSource(
                database.jdbcUrl().replace("/" + database.name(), "/postgres"),
                database.superuserUsername(),
                database.superuserPassword()));
        server.sql("alter database %s allow_connections %s".formatted(database.name(), answers))
                .update();
        server.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = :name")
                .param("name", database.name())
                .query(Long.class)
                .single();
    }

    public void restart() {
        context.close();
        start();
    }

    public void restartWith(String setting, Object value) {
        settings.put(setting, value);
        restart();
    }

    public String setup() {
        return Setup.run(environment(seed()));
    }

    public Map<String, String> environment(Path seed) {
        var environment = new HashMap<String, String>();
        var prefix = "SATUATAP_IDENTITY_DATABASE_";
        environment.put(prefix + "HOST", database.host());
        environment.put(prefix + "PORT", Integer.toString(database.port()));
        environment.put(prefix + "NAME", database.name());
        environment.put(prefix + "USERNAME", database.runtimeUsername());
        environment.put(prefix + "OWNER_USERNAME", database.ownerUsername());
        environment.put(prefix + "OWNER_PASSWORD", database.ownerPassword());
        environment.put("SATUATAP_SEED", seed.toString());
        environment.put("SATUATAP_ADMIN_CLIENT_SECRET", ADMIN_SECRET);
        environment.put("SATUATAP_CITIZEN_CLIENT_SECRET", CITIZEN_SECRET);
        return environment;
    }

    @Override
    public void close() {
        context.close();
        core.stop(0);
        database.drop();
    }

    /** What platform-core answers from now on. */
    public void tenants(String json) {
        try {
            core.removeContext("/api/v1/tenants");
        } catch (IllegalArgumentException none) {
            // the first time
        }
        core.createContext("/api/v1/tenants", exchange -> {
            var body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    public void stopCore() {
        core.stop(0);
    }

    private void start() {
        var properties = new HashMap<String, Object>();
        properties.put("server.port", "0");
        properties.put("spring.datasource.url", withSchema(database.jdbcUrl()));
        properties.put("spring.datasource.hikari.connection-timeout", "30000"); // no test fails for slowness
        properties.put("spring.datasource.username", database.runtimeUsername());
        properties.put("spring.datasource.password", database.runtimePassword());
        properties.put(
                "satuatap.core-url", "http://127.0.0.1:" + core.getAddress().getPort());
        properties.put("satuatap.base-url", "http://localhost:8080");
        properties.put("satuatap.issuer", ISSUER);
        properties.put("satuatap.key-secret", KEY_SECRET);
        properties.put("satuatap.mail-folder", mails.toString());
        properties.put("logging.structured.format.console", "");
        properties.putAll(settings);
        var arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        context = new SpringApplicationBuilder(Identity.class).run(arguments);
    }

    private Path seed() {
        try {
            return Files.writeString(Files.createTempFile("seed", ".json"), """
                    {"issuer":"%s","users":[
                      {"tenant":"rembang","role":"coordinator","subject":"%s","username":"coordinator.rembang",
                       "email":"coordinator.rembang@contoh.example","name":"Koordinator SPBE Rembang (akun contoh)","password":"%s"},
                      {"tenant":"bengkulu","role":"province-overseer","subject":"%s","username":"overseer.bengkulu",
                       "email":"overseer.bengkulu@contoh.example","name":"Pengawas Bengkulu (akun contoh)","password":"%s"}],
                     "clients":[{"tenant":"rembang","role":"coordinator","clientId":"rembang-coordinator","clientSecret":"%s"}]}
                    """.formatted(
                            ISSUER, COORDINATOR, PASSWORD, OVERSEER, PASSWORD, MACHINE_SECRET));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private DriverManagerDataSource asOwner() {
        return new DriverManagerDataSource(
                withSchema(database.jdbcUrl()), database.ownerUsername(), database.ownerPassword());
    }

    private static String withSchema(String url) {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=identity";
    }

    private static String random() {
        return UUID.randomUUID() + "-" + UUID.randomUUID();
    }
}
