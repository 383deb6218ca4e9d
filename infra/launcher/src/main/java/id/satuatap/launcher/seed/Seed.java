package id.satuatap.launcher.seed;

import com.github.f4b6a3.uuid.UuidCreator;
import id.satuatap.launcher.home.Home;
import id.satuatap.launcher.home.PrivateJson;
import id.satuatap.launcher.home.RandomText;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sample accounts that both setups load: one person and one machine for each role of each tenant, three citizens
 * and an operator. Secrets are kept once made; a role that is new in a release gets its account at the next start.
 */
public record Seed(String issuer, List<User> users, List<Client> clients) {

    public record User(
            @Nullable String tenant,
            String role,
            String subject,
            String username,
            String email,
            String name,
            String password) {}

    public record Client(@Nullable String tenant, String role, String clientId, String clientSecret) {}

    public static Seed of(Home home, String issuer) {
        var known = Files.exists(home.seed())
                ? PrivateJson.read(home.seed(), Seed.class)
                : new Seed(issuer, List.of(), List.of());
        var complete = known.completed(issuer);
        if (!complete.equals(known) || known.users.isEmpty()) {
            PrivateJson.write(home.seed(), complete);
        }
        return complete;
    }

    Seed completed(String issuer) {
        var users = new ArrayList<>(this.users);
        var clients = new ArrayList<>(this.clients);
        for (var tenant : Tenant.ALL) {
            for (var role : tenant.roles()) {
                addUser(users, tenant.slug(), role, role + "." + tenant.slug(), tenant.sampleName(role));
                addClient(clients, tenant.slug(), role, tenant.slug() + "-" + role);
            }
        }
        addUser(users, null, "citizen", "warga1", "Siti Warga (akun contoh)");
        addUser(users, null, "citizen", "warga2", "Bambang Warga (akun contoh)");
        addUser(users, null, "citizen", "warga3", "Upik Warga (akun contoh)");
        addUser(users, null, "platform-operator", "platform-operator", "Operator platform (akun contoh)");
        addClient(clients, null, "platform-operator", "platform-operator");
        return new Seed(issuer, List.copyOf(users), List.copyOf(clients));
    }

    public Optional<User> user(String username) {
        return users.stream().filter(user -> user.username.equals(username)).findFirst();
    }

    private static void addUser(List<User> users, @Nullable String tenant, String role, String username, String name) {
        if (users.stream().noneMatch(user -> user.username.equals(username))) {
            var subject = UuidCreator.getTimeOrderedEpoch().toString();
            var email = username + "@contoh.example";
            users.add(new User(tenant, role, subject, username, email, name, RandomText.password()));
        }
    }

    private static void addClient(List<Client> clients, @Nullable String tenant, String role, String clientId) {
        if (clients.stream().noneMatch(client -> client.clientId.equals(clientId))) {
            clients.add(new Client(tenant, role, clientId, RandomText.secret()));
        }
    }
}
