package id.satuatap.core.setup;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import id.satuatap.core.PlatformCore;
import id.satuatap.core.tenancy.Tenants;
import id.satuatap.core.tenancy.demo.Demo;
import id.satuatap.core.tenancy.demo.DemoTenant;
import id.satuatap.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.blockhound.BlockHound;

/**
 * The whole of platform-core on a real PostgreSQL with the demo tenants, once for all tests of a run. Tokens are signed here by a key
 * of this run, which a small HTTP server publishes as identity would.
 */
public final class TestPlatform {

    public static final String ISSUER = "http://id.localhost:8080";

    /** Tenants of the demo that tests speak of. */
    public static final String REJANG_LEBONG = "rejanglebong";

    public static final String LEBONG = "lebong";
    public static final String BANGKALAN = "bangkalan";
    public static final String BENGKULU = "bengkulu";

    /** The platform's key of this run, for all applications of it. */
    public static final String SEALING_KEY = "test:" + newKey();

    private static TestPlatform started;

    private final TestDatabase database;
    private final AtomicInteger keysFetched = new AtomicInteger();
    private final RSAKey key;
    private final ConfigurableApplicationContext context;
    private final int port;
    private final String identityUrl;

    private TestPlatform() {
        try {
            watchForBlockingCalls();
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            database = TestDatabase.fresh("core");
            prepare(database);
            identityUrl = identity();
            context = application(database, identityUrl, Map.of());
            port = Integer.parseInt(context.getEnvironment().getProperty("local.server.port"));
        } catch (JOSEException | IOException | SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Starts it when first asked for. */
    public static synchronized TestPlatform get() {
        if (started == null) {
            started = new TestPlatform();
        }
        return started;
    }

    /**
     * A regency of Bengkulu that nobody else's test knows, with ten offices, somebody in each role, and a machine for each. Takes about
     * a tenth of a second.
     *
     * @return its slug; it is called {@code Kabupaten <slug>}
     */
    public String freshTenant() {
        var slug = FreshTenant.found(database);
        bean(Tenants.class).forget();
        return slug;
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    /** How often keys were asked for. */
    public int keysFetched() {
        return keysFetched.get();
    }

    public String identityUrl() {
        return identityUrl;
    }

    public int port() {
        return port;
    }

    /** Migrates and seeds a database as the launcher would. */
    public static void prepare(TestDatabase database) throws SQLException {
        Setup.run(database.jdbcUrl(), database.ownerUsername(), database.ownerPassword(), database.runtimeUsername());
        try (var connection =
                DriverManager.getConnection(database.jdbcUrl(), database.ownerUsername(), database.ownerPassword())) {
            Setup.demo(new Demo(connection, FreshTenant.accounts(), DemoTenant.ALL), FreshTenant.FEATURES);
        }
    }

    /** 32 random bytes, as base64. */
    public static String newKey() {
        var key = new byte[32];
        new java.security.SecureRandom().nextBytes(key);
        return java.util.Base64.getEncoder().encodeToString(key);
    }

    /** A second application on the database, such as one with a pool of one. */
    public static ConfigurableApplicationContext application(
            TestDatabase database, String identityUrl, Map<String, Object> more) throws IOException {
        return application(database, identityUrl, more, fresh -> {});
    }

    /** The same with beans of a test beside its own. */
    public static ConfigurableApplicationContext application(
            TestDatabase database,
            String identityUrl,
            Map<String, Object> more,
            Consumer<GenericApplicationContext> beans)
            throws IOException {
        var properties = new java.util.HashMap<String, Object>(Map.of(
                "server.port", 0,
                "satuatap.database.host", database.host(),
                "satuatap.database.port", database.port(),
                "satuatap.database.name", database.name(),
                "satuatap.database.username", database.runtimeUsername(),
                "satuatap.database.password", database.runtimePassword(),
                "satuatap.database.evaluation", true,
                "satuatap.identity-url", identityUrl,
                "satuatap.files.folder", Files.createTempDirectory("files").toString()));
        properties.put("satuatap.sealing.key", SEALING_KEY);
        properties.put("satuatap.mail.folder", Files.createTempDirectory("mail").toString());
        properties.put("logging.structured.format.console", "");
        properties.put("logging.level.root", "warn");
        properties.put("spring.main.banner-mode", "off");
        properties.putAll(more);
        var application = new SpringApplication(PlatformCore.class);
        application.addInitializers(fresh -> {
            var context = (GenericApplicationContext) fresh;
            context.registerBean(ReactorResourceFactory.class, TestPlatform::ownEventLoops);
            beans.accept(context);
        });
        return application.run(properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
    }

    /** A blocking call on an event loop fails the request, and so the test. */
    private static void watchForBlockingCalls() {
        BlockHound.builder()
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes") // /dev/urandom never waits
                .allowBlockingCallsInside(
                        "org.springdoc.api.AbstractOpenApiResource", "getOpenApi") // described once, at start
                .install();
    }

    /** So that closing one application does not end the event loops of another. */
    private static ReactorResourceFactory ownEventLoops() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        return resources;
    }

    private String identity() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var keys = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
        server.createContext("/oauth2/jwks", exchange -> {
            keysFetched.incrementAndGet();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            try (var body = exchange.getResponseBody()) {
                body.write(keys);
            }
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Somebody with the named role in the tenant, calling at that tenant. */
    public WebTestClient as(String role, String tenant) {
        return at(tenant)
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token(role + "." + tenant))
                .build();
    }

    /** The same person, at another tenant's door. */
    public WebTestClient as(String role, String ofTenant, String atTenant) {
        return at(atTenant)
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token(role + "." + ofTenant))
                .build();
    }

    public WebTestClient machine(String tenant, String role, String atTenant) {
        var id = tenant + "-" + role;
        return at(atTenant)
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token(id, claims -> claims.claim("client_id", id)))
                .build();
    }

    public WebTestClient operator() {
        return bare().mutate()
                .defaultHeader("Authorization", "Bearer " + token("platform-operator"))
                .build();
    }

    public WebTestClient at(String tenant) {
        return bare().mutate().defaultHeader("X-Satu-Tenant", tenant).build();
    }

    public WebTestClient bare() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(32 * 1024 * 1024))
                .responseTimeout(java.time.Duration.ofSeconds(30))
                .build();
    }

    public String token(String subject) {
        return token(subject, claims -> claims.claim("client_id", "tenant-admin"));
    }

    /** A token of this run's key; what a test wants different it changes. */
    public String token(String subject, Consumer<JWTClaimsSet.Builder> change) {
        return token("test", subject, change);
    }

    /** A token that names another key. */
    public String tokenOfKey(String keyId) {
        return token(keyId, "x", claims -> claims.claim("client_id", "tenant-admin"));
    }

    private String token(String keyId, String subject, Consumer<JWTClaimsSet.Builder> change) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("platform-core")
                .subject(subject)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)))
                .claim("name", "Akun " + subject)
                .claim("email", subject + "@contoh.example")
                .claim("email_verified", true);
        change.accept(claims);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
