package id.satuatap.core.tenancy.demo;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The accounts that the launcher generated for a local stack. Only who they are is read here; passwords are identity's. */
public record DemoAccounts(String issuer, List<User> users, List<Client> clients) {

    public record User(@Nullable String tenant, String role, String subject, String email, String name) {}

    public record Client(@Nullable String tenant, String role, String clientId) {}

    public static DemoAccounts read(Path path) {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(path.toFile(), DemoAccounts.class);
    }
}
