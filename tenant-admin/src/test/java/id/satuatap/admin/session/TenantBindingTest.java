package id.satuatap.admin.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.shared.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class TenantBindingTest {

    private static final SessionLimits LIMITS = new SessionLimits(Duration.ofHours(12), Duration.ofHours(2), 2);

    private final PlainPages pages = new PlainPages(new Texts());
    private final TenantBinding binding = new TenantBinding(LIMITS, Clock.systemUTC(), pages);

    @Test
    void a_session_serves_the_tenant_it_was_begun_at() throws Exception {
        var session = begun("rembang");

        var again = visit("rembang", "rembang.localhost", session, binding);

        assertThat(again.reached()).isTrue();
        assertThat(again.response().getStatus()).isEqualTo(200);
    }

    @Test
    void the_same_cookie_at_another_tenant_is_refused_and_shows_nothing() throws Exception {
        var session = begun("rembang");

        var elsewhere = visit("bangkalan", "bangkalan.localhost", session, binding);

        assertThat(elsewhere.reached()).isFalse();
        assertThat(elsewhere.response().getStatus()).isEqualTo(401);
        assertThat(elsewhere.response().getContentAsString()).doesNotContain("rembang");
    }

    @Test
    void the_same_cookie_at_another_host_of_the_same_tenant_is_refused() throws Exception {
        var session = begun("rembang");

        var elsewhere = visit("rembang", "spbe.example", session, binding);

        assertThat(elsewhere.response().getStatus()).isEqualTo(401);
    }

    @Test
    void the_same_cookie_without_a_tenant_is_refused() throws Exception {
        var session = begun("rembang");

        var elsewhere = visit(null, "localhost", session, binding);

        assertThat(elsewhere.response().getStatus()).isEqualTo(401);
    }

    @Test
    void a_session_that_nobody_bound_is_refused() throws Exception {
        var unbound = new MockHttpSession();

        var visit = visit("rembang", "rembang.localhost", unbound, binding);

        assertThat(visit.response().getStatus()).isEqualTo(401);
    }

    @Test
    void a_session_ends_after_its_life_time_however_busy_it_is() throws Exception {
        var session = begun("rembang");
        var tomorrow = Clock.fixed(Instant.now().plus(Duration.ofHours(13)), ZoneOffset.UTC);

        visit("rembang", "rembang.localhost", session, new TenantBinding(LIMITS, tomorrow, pages));

        assertThat(((MockHttpSession) session).isInvalid()).isTrue();
    }

    @Test
    void one_tenant_cannot_take_all_sessions_and_gets_them_back_when_they_end() throws Exception {
        var first = begun("rembang");
        begun("rembang");

        assertThat(visit("rembang", "rembang.localhost", null, binding)
                        .response()
                        .getStatus())
                .isEqualTo(503);
        assertThat(visit("bangkalan", "bangkalan.localhost", null, binding).reached())
                .isTrue();

        first.invalidate();
        assertThat(visit("rembang", "rembang.localhost", null, binding).reached())
                .isTrue();
    }

    @Test
    void a_tenant_header_that_is_no_slug_counts_as_none() {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Satu-Tenant", "rembang, bangkalan");

        assertThat(TenantBinding.tenantOf(request)).isNull();
    }

    private HttpSession begun(String slug) throws Exception {
        return visit(slug, slug + ".localhost", null, binding).session();
    }

    private static Visit visit(@Nullable String slug, String host, @Nullable HttpSession session, TenantBinding binding)
            throws Exception {
        var request = new MockHttpServletRequest("GET", "/admin/penilaian");
        request.setContextPath("/admin");
        request.setServerName(host);
        request.setSession(session);
        if (slug != null) {
            request.addHeader("X-Satu-Tenant", slug);
        }
        var response = new MockHttpServletResponse();
        var reached = new AtomicBoolean();
        var begun = new HttpSession[1];
        binding.doFilter(request, response, (through, answer) -> {
            reached.set(true);
            begun[0] = ((HttpServletRequest) through).getSession();
        });
        return new Visit(reached.get(), response, begun[0]);
    }

    private record Visit(boolean reached, MockHttpServletResponse response, HttpSession session) {}
}
