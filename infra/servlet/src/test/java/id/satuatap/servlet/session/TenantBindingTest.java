package id.satuatap.servlet.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.servlet.SessionFixture;
import id.satuatap.servlet.page.PlainPages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

class TenantBindingTest {

    private static final SessionLimits LIMITS = new SessionLimits(Duration.ofHours(12), Duration.ofHours(2), 2, 4, 2);

    private static final SessionPaths PATHS =
            new SessionPaths(path -> path.startsWith("/saya"), path -> path.startsWith("/saya/files"));

    private final PlainPages pages = SessionFixture.PAGES;
    private final SessionBudgets budgets = new SessionBudgets(LIMITS);
    private final TenantBinding binding = new TenantBinding(LIMITS, budgets, Clock.systemUTC(), pages, PATHS);

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
        var session = signedIn("rembang");

        visit("rembang", "rembang.localhost", session, after(Duration.ofHours(11)));
        assertThat(((MockHttpSession) session).isInvalid()).isFalse();

        visit("rembang", "rembang.localhost", session, after(Duration.ofHours(13)));
        assertThat(((MockHttpSession) session).isInvalid()).isTrue();
    }

    @Test
    void a_session_without_sign_in_ends_soon_however_busy_it_is() throws Exception {
        var session = begun("rembang");

        visit("rembang", "rembang.localhost", session, after(Duration.ofMinutes(11)));

        assertThat(((MockHttpSession) session).isInvalid()).isTrue();
    }

    @Test
    void one_address_cannot_take_all_sessions_of_visitors_and_gets_them_back_when_they_end() throws Exception {
        var first = begun("rembang");
        begun("rembang");

        assertThat(visit("rembang", "rembang.localhost", null, binding)
                        .response()
                        .getStatus())
                .isEqualTo(503);
        assertThat(from("192.0.2.2", "rembang").reached()).isTrue();
        assertThat(visit("bangkalan", "bangkalan.localhost", null, binding).reached())
                .isTrue();

        first.invalidate();
        assertThat(visit("rembang", "rembang.localhost", null, binding).reached())
                .isTrue();
    }

    @Test
    void a_network_of_addresses_counts_as_one() throws Exception {
        from("[2001:db8:1:2:0:0:0:1]", "rembang");
        from("[2001:db8:1:2:0:0:0:2]", "rembang");

        assertThat(from("[2001:db8:1:2:ffff:0:0:3]", "rembang").reached()).isFalse();
        assertThat(from("[2001:db8:1:3:0:0:0:1]", "rembang").reached()).isTrue();
    }

    @Test
    void when_visitors_have_taken_all_of_theirs_officials_go_on_and_sign_in() throws Exception {
        var official = signedIn("rembang");
        var signingIn = begun("rembang");
        for (var number = 1; number <= 3; number++) {
            from("192.0.2." + number, "rembang");
        }
        assertThat(from("192.0.2.9", "rembang").response().getStatus()).isEqualTo(503);

        assertThat(visit("rembang", "rembang.localhost", official, binding).reached())
                .isTrue();
        assertThat(visit("rembang", "rembang.localhost", signingIn, binding).reached())
                .isTrue();
        assertThat(signIn(signingIn, "rembang")).isTrue();
        assertThat(from("192.0.2.9", "rembang").reached())
                .as("who signs in makes room for a visitor")
                .isTrue();
    }

    @Test
    void a_tenant_has_only_so_many_people_signed_in() throws Exception {
        var first = signedIn("rembang");
        signedIn("rembang");
        var third = begun("rembang");

        assertThat(signIn(third, "rembang")).isFalse();
        third.invalidate();
        first.invalidate();

        assertThat(signIn(begun("rembang"), "rembang")).isTrue();
    }

    @Test
    void nobody_gets_a_web_socket_before_signing_in() throws Exception {
        var visitor = begun("rembang");
        var official = signedIn("rembang");

        assertThat(webSocket(null).response().getStatus()).isEqualTo(401);
        assertThat(webSocket(visitor).response().getStatus()).isEqualTo(401);
        assertThat(webSocket(official).reached()).isTrue();
    }

    @Test
    void a_tenant_header_that_is_no_slug_counts_as_none() {
        var request = new MockHttpServletRequest();
        request.addHeader("X-Satu-Tenant", "rembang, bangkalan");

        assertThat(TenantBinding.tenantOf(request)).isNull();
    }

    @Test
    void pages_for_everybody_stand_whatever_the_cookie_is_and_without_room() throws Exception {
        var session = begun("rembang");
        begun("rembang");

        assertThat(at("/pengumuman", "bangkalan", session).getStatus()).isEqualTo(200);
        assertThat(at("/pengumuman", "rembang", null).getStatus()).isEqualTo(200);
        assertThat(at("/saya/files", "rembang", null).getStatus()).isEqualTo(200);
        assertThat(at("/saya/data", "rembang", null).getStatus()).isEqualTo(503);
    }

    private MockHttpServletResponse at(String path, String slug, @Nullable HttpSession session) throws Exception {
        var request = request(slug, slug + ".localhost", session);
        request.setServletPath(path);
        request.setPathInfo(null);
        var response = new MockHttpServletResponse();
        binding.doFilter(request, response, (through, answer) -> {});
        return response;
    }

    private HttpSession begun(String slug) throws Exception {
        return visit(slug, slug + ".localhost", null, binding).session();
    }

    private HttpSession signedIn(String slug) throws Exception {
        var session = begun(slug);
        assertThat(signIn(session, slug)).isTrue();
        return session;
    }

    private boolean signIn(HttpSession session, String slug) {
        session.setAttribute(UserSession.ATTRIBUTE, SessionFixture.citizenOf(slug));
        return budgets.signIn(session, request(slug, slug + ".localhost", session));
    }

    private TenantBinding after(Duration time) {
        return new TenantBinding(LIMITS, budgets, Clock.offset(Clock.systemUTC(), time), pages, PATHS);
    }

    private Visit webSocket(@Nullable HttpSession session) throws Exception {
        var request = request("rembang", "rembang.localhost", session);
        request.addHeader("Upgrade", "websocket");
        return visit(request, binding);
    }

    private Visit from(String address, String slug) throws Exception {
        var request = request(slug, slug + ".localhost", null);
        request.setRemoteAddr(address);
        return visit(request, binding);
    }

    private static Visit visit(@Nullable String slug, String host, @Nullable HttpSession session, TenantBinding binding)
            throws Exception {
        return visit(request(slug, host, session), binding);
    }

    private static MockHttpServletRequest request(@Nullable String slug, String host, @Nullable HttpSession session) {
        var request = new MockHttpServletRequest("GET", "/saya/data");
        request.setServletPath("/saya");
        request.setPathInfo("/data");
        request.setServerName(host);
        request.setSession(session);
        if (slug != null) {
            request.addHeader("X-Satu-Tenant", slug);
        }
        return request;
    }

    private static Visit visit(MockHttpServletRequest request, TenantBinding binding) throws Exception {
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
