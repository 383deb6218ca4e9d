package id.satuatap.servlet.session;

import id.satuatap.servlet.Addresses;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/**
 * Where the public address is https, the session cookie never travels otherwise, and no other host of the domain can set it
 * ({@code __Host-} asks for the path of the whole host). The gateway itself speaks http to this part.
 */
@Component
record SessionCookie(Addresses addresses) implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        var cookie = server.getSettings().getSession().getCookie();
        var secure = "https".equals(addresses.baseUrl().getScheme());
        cookie.setSecure(secure);
        if (secure) {
            cookie.setName("__Host-" + cookie.getName());
            cookie.setPath("/");
        }
    }
}
