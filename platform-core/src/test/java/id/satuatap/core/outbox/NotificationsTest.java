package id.satuatap.core.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.core.database.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationsTest {

    @Test
    void what_is_told_is_read_back() {
        var tenant = new TenantId(UUID.randomUUID());
        var event = UUID.randomUUID();

        assertThat(Notifications.parse(Notifications.payload(tenant, event)))
                .isEqualTo(new Notifications.Committed(tenant, event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "nonsense", "a/b", "1/2/3", "00000000-0000-0000-0000-000000000000"})
    void a_malformed_notification_is_passed_over(String payload) {
        assertThat(Notifications.parse(payload)).isNull();
    }
}
