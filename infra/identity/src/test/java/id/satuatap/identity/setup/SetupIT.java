package id.satuatap.identity.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.satuatap.identity.RunningIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupIT {

    private final RunningIdentity identity = RunningIdentity.shared();

    @TempDir
    private Path folder;

    @Test
    void a_second_run_changes_nothing() {
        assertThat(identity.setup()).isEqualTo("identity setup: 0 new accounts, 0 new or changed clients");
    }

    @Test
    void a_client_gets_the_secret_it_is_given() throws Exception {
        assertThat(Setup.run(withSecret("a".repeat(43)))).endsWith("1 new or changed clients");
        assertThat(Setup.run(withSecret("a".repeat(43)))).endsWith("0 new or changed clients");
        assertThat(Setup.run(withSecret("b".repeat(43)))).endsWith("1 new or changed clients");
    }

    @Test
    void what_cannot_be_right_is_refused_with_a_sentence() throws Exception {
        var weak = Files.writeString(folder.resolve("weak.json"), """
                {"users":[],"clients":[{"clientId":"lebong-coordinator","clientSecret":"rahasia"}]}""");
        var broken = Files.writeString(folder.resolve("broken.json"), "{");
        var other = Files.writeString(folder.resolve("other.json"), """
                {"users":[{"subject":"01890000-0000-7000-8000-00000000ffff","username":"coordinator.rembang",
                  "email":"x@contoh.example","name":"X","password":"kopi pahit pagi hari"}],"clients":[]}""");

        assertThatThrownBy(() -> Setup.run(identity.environment(weak))).hasMessageContaining("too short");
        assertThatThrownBy(() -> Setup.run(identity.environment(broken))).hasMessageContaining("can't be read");
        assertThatThrownBy(() -> Setup.run(identity.environment(other))).hasMessageContaining("another installation");
    }

    @Test
    void the_server_can_neither_make_a_client_nor_rewrite_what_was_audited() {
        var rights = identity.sql().sql("""
                        select table_name || ' ' || privilege_type from information_schema.table_privileges
                         where table_schema = 'identity' and grantee not like '%\\_owner'
                        """).query(String.class).set();

        assertThat(rights)
                .contains("client SELECT", "audit_event SELECT")
                .doesNotContain(
                        "client INSERT", "client UPDATE", "audit_event UPDATE", "audit_event DELETE", "account DELETE");
    }

    private Map<String, String> withSecret(String secret) throws IOException {
        return identity.environment(Files.writeString(folder.resolve("seed.json"), """
                {"users":[],"clients":[{"clientId":"lebong-coordinator","clientSecret":"%s"}]}""".formatted(secret)));
    }
}
