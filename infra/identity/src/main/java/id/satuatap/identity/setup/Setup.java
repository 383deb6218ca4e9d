package id.satuatap.identity.setup;

import id.satuatap.identity.account.Passwords;
import id.satuatap.identity.client.ClientSecrets;
import id.satuatap.identity.setup.Seed.User;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Prepares the database, then ends: migrations and grants as its owner, then the clients and demo accounts. It may run
 * any number of times. A plain program without Spring's container, so it is done in about a second.
 *
 * <p>An account that exists is left alone, its password may have been changed by its owner; a client gets the secret it
 * is given, so secrets are changed by running the setup again. Passwords are hashed with bcrypt on all cores at once,
 * secrets of machines with one SHA-256 ({@link ClientSecrets} says why that is right).
 */
public final class Setup {

    private static final String SCHEMA = "identity";

    private final SetupSettings settings;

    private Setup(SetupSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "logback-setup.xml");
        try {
            System.out.println(run(System.getenv()));
        } catch (SetupFailed | DataAccessException | FlywayException failure) {
            System.err.println("identity setup: " + failure.getMessage());
            System.exit(1);
        }
    }

    /** @return what was done, in one line */
    public static String run(Map<String, String> environment) {
        return new Setup(SetupSettings.of(environment)).run();
    }

    private String run() {
        migrate();
        var seed = settings.seed().map(Seed::read).orElse(Seed.NOTHING);
        var connections = new SingleConnectionDataSource(
                settings.url() + "&currentSchema=" + SCHEMA, settings.owner(), settings.ownerPassword(), true);
        try {
            var repository = new SeedRepository(JdbcClient.create(connections));
            return new TransactionTemplate(new JdbcTransactionManager(connections))
                    .execute(status -> "identity setup: %d new accounts, %d new or changed clients"
                            .formatted(accounts(repository, seed.users()), clients(repository, seed)));
        } finally {
            connections.destroy();
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(new DriverManagerDataSource(settings.url(), settings.owner(), settings.ownerPassword()))
                .schemas(SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration")
                .placeholders(Map.of("runtime", "\"" + settings.runtime().replace("\"", "\"\"") + "\""))
                .load()
                .migrate();
    }

    private static int accounts(SeedRepository repository, List<User> users) {
        var known = repository.usernamesBySubject();
        var missing = users.stream()
                .filter(user -> !known.containsKey(user.subject()))
                .toList();
        missing.stream()
                .filter(user -> known.containsValue(user.username()))
                .findFirst()
                .ifPresent(user -> {
                    throw new SetupFailed(
                            "The seed file gives %s another subject than the database has; it belongs to another installation."
                                    .formatted(user.username()));
                });
        repository.insertAccounts(missing, hashes(missing));
        return missing.size();
    }

    private static Map<UUID, String> hashes(List<User> users) {
        var passwords = new Passwords();
        var hashes = new ConcurrentHashMap<UUID, String>();
        users.parallelStream().forEach(user -> hashes.put(user.subject(), passwords.hash(user.password())));
        return hashes;
    }

    private int clients(SeedRepository repository, Seed seed) {
        var secrets = new ClientSecrets();
        var machines = seed.clients().stream()
                .mapToInt(client -> repository.saveMachine(
                        client.clientId(), secrets.encodeStrong(client.clientId(), client.clientSecret())))
                .sum();
        var applications = settings.applicationSecrets().entrySet().stream()
                .mapToInt(known -> repository.saveApplication(
                        known.getKey(), secrets.encodeStrong(known.getKey().id(), known.getValue())))
                .sum();
        return machines + applications;
    }
}
