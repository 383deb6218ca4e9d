package id.satuatap.identity.setup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The demo's accounts and machine clients, as the launcher wrote them. Tenant and role are platform-core's business. */
record Seed(List<User> users, List<MachineClient> clients) {

    static final Seed NOTHING = new Seed(List.of(), List.of());

    static Seed read(Path file) {
        try {
            return JsonMapper.shared().readValue(Files.readAllBytes(file), Seed.class);
        } catch (IOException | JacksonException unreadable) {
            throw new SetupFailed("The seed file %s can't be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    record User(UUID subject, String username, String email, String name, String password) {}

    record MachineClient(String clientId, String clientSecret) {}
}
