package id.satuatap.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditFilterTest {

    private static final String ANI = "0190aaaa-0000-7000-8000-000000000001";

    @Test
    void the_address_keeps_the_whole_filter() {
        var filter = AuditFilter.NONE
                .between(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30))
                .by(ANI)
                .holding(" surat keputusan ")
                .ofKind("REFUSAL");

        assertThat(AuditFilter.of(filter.parameters())).isEqualTo(filter);
        assertThat(filter.parameters().getParameters()).containsOnlyKeys("dari", "sampai", "orang", "kata", "jenis");
        assertThat(filter.asked())
                .containsEntry("from", "2026-11-01")
                .containsEntry("to", "2026-11-30")
                .containsEntry("person", ANI)
                .containsEntry("word", "surat keputusan")
                .containsEntry("kind", "REFUSAL");
    }

    @Test
    void what_cannot_be_read_in_an_address_filters_nothing() {
        var wrong = QueryParameters.simple(
                Map.of("dari", "kemarin", "sampai", "2026-02-30", "orang", "Ani", "jenis", "LAIN", "kata", "  "));

        assertThat(AuditFilter.of(wrong)).isEqualTo(AuditFilter.NONE);
    }
}
