package id.satuatap.servlet.session;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.servlet.Addresses;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Cookie;

class SessionCookieTest {

    @Test
    void over_https_the_session_belongs_to_its_host_alone() {
        var cookie = cookie("https://satuatap.example");

        assertThat(cookie.getName()).isEqualTo("__Host-SATUATAP_ADMIN");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void over_http_on_one_machine_it_keeps_its_name() {
        var cookie = cookie("http://localhost:8080");

        assertThat(cookie.getName()).isEqualTo("SATUATAP_ADMIN");
        assertThat(cookie.getSecure()).isFalse();
    }

    private static Cookie cookie(String base) {
        var address = URI.create(base);
        var server = new TomcatServletWebServerFactory();
        server.getSettings().getSession().getCookie().setName("SATUATAP_ADMIN");

        new SessionCookie(new Addresses(address, address, address, address)).customize(server);

        return server.getSettings().getSession().getCookie();
    }
}
