package id.satuatap.core.setup;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The accounts that the launcher generated for a local stack. Only who they are is read here; passwords are identity's. */
record SeedFile(String issuer, List<User> users, List<Client> clients) {

    record User(@Nullable String tenant, String role, String subject, String email, String name) {}

    record Client(@Nullable String tenant, String role, String clientId) {}

    static SeedFile read(Path path) {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()
                .readValue(path.toFile(), SeedFile.class);
    }
}
