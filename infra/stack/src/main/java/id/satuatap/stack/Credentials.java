package id.satuatap.stack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of a running stack, as {@code credentials.json} names them. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Credentials(String gateway, String issuer, List<User> users, List<Client> clients) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record User(@Nullable String tenant, String role, String username, String password) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Client(@Nullable String tenant, String role, String clientId, String clientSecret) {}

    static Credentials of(Path home) {
        return JsonMapper.shared().readValue(home.resolve("credentials.json").toFile(), Credentials.class);
    }

    public User user(@Nullable String tenant, String role) {
        return users.stream()
                .filter(user -> Objects.equals(user.tenant, tenant) && user.role.equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No user is " + role + " in " + tenant));
    }

    public Client client(@Nullable String tenant, String role) {
        return clients.stream()
                .filter(client -> Objects.equals(client.tenant, tenant) && client.role.equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No client is " + role + " in " + tenant));
    }
}
