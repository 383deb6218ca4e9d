package id.satuatap.identity.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class AnonymousSessionsTest {

    private final AnonymousSessions sessions =
            new AnonymousSessions(new AnonymousSessionLimits(3, 6, Duration.ofMinutes(10)));

    @AfterEach
    void forgetTheRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void the_oldest_of_an_address_makes_room_for_its_next() {
        var first = begin("198.51.100.1");
        var second = begin("198.51.100.1");
        begin("198.51.100.1");
        begin("198.51.100.1");

        assertThat(first.isInvalid()).isTrue();
        assertThat(second.isInvalid()).isFalse();
    }

    @Test
    void a_whole_network_of_ipv6_is_one_address() {
        var first = begin("2001:db8::1");
        begin("2001:db8::2");
        begin("2001:db8::3");
        begin("2001:db8::4");

        assertThat(first.isInvalid()).isTrue();
    }

    @Test
    void when_all_is_full_those_who_have_most_make_room_and_nobody_else() {
        var typing = begin("203.0.113.1");
        for (int turn = 0; turn < 50; turn++) {
            begin("198.51.100." + turn % 2);
        }

        assertThat(typing.isInvalid()).isFalse();
    }

    @Test
    void who_signed_in_takes_nobodys_place_and_stays_as_long_as_any_session() {
        var signedIn = begin("198.51.100.1");
        assertThat(signedIn.getMaxInactiveInterval()).isEqualTo(600);

        sessions.signedIn(signedIn);
        for (int turn = 0; turn < 50; turn++) {
            begin("198.51.100." + turn % 5);
        }

        assertThat(signedIn.isInvalid()).isFalse();
        assertThat(signedIn.getMaxInactiveInterval()).isEqualTo(1800);
    }

    @Test
    void what_ended_by_itself_leaves_its_place() {
        var ended = begin("198.51.100.1");
        var second = begin("198.51.100.1");
        begin("198.51.100.1");

        sessions.sessionDestroyed(new HttpSessionEvent(ended));
        begin("198.51.100.1");

        assertThat(second.isInvalid()).isFalse();
    }

    private MockHttpSession begin(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        var context = new MockServletContext();
        context.setSessionTimeout(30);
        var session = new MockHttpSession(context);
        sessions.sessionCreated(new HttpSessionEvent(session));
        return session;
    }
}
