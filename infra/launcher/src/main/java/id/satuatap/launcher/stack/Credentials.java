package id.satuatap.launcher.stack;

import id.satuatap.launcher.database.DatabaseServer;
import id.satuatap.launcher.home.Secrets;
import id.satuatap.launcher.seed.Seed;
import id.satuatap.launcher.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file for people and tests: where Satu Atap answers, and with which accounts. Its shape is a promise. */
record Credentials(String gateway, String issuer, List<User> users, List<Client> clients, Database database) {

    record User(@Nullable String tenant, String role, String username, String password) {}

    record Client(@Nullable String tenant, String role, String clientId, String clientSecret) {}

    record Database(String url, Account owner, Account runtime) {}

    record Account(String username, String password) {}

    static Credentials of(Settings settings, Seed seed, Secrets secrets, DatabaseServer server) {
        return new Credentials(
                settings.baseUrl(),
                settings.issuer(),
                seed.users().stream()
                        .map(user -> new User(user.tenant(), user.role(), user.username(), user.password()))
                        .toList(),
                seed.clients().stream()
                        .map(client ->
                                new Client(client.tenant(), client.role(), client.clientId(), client.clientSecret()))
                        .toList(),
                new Database(
                        server.url(DatabaseServer.PLATFORM),
                        new Account(DatabaseServer.OWNER, secrets.databaseOwner()),
                        new Account(DatabaseServer.RUNTIME, secrets.databaseRuntime())));
    }
}
