package id.satuatap.citizen.account;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import id.satuatap.citizen.tenant.Tenant;
import id.satuatap.citizen.tenant.Tenants;
import id.satuatap.servlet.page.Languages;
import id.satuatap.servlet.session.UserSession;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The government whose portal a screen belongs to, and its public pages in the language of the screen. */
@SpringComponent
@UIScope
class Place {

    private final @Nullable String slug;
    private final transient @Nullable Tenant tenant;

    Place(Tenants tenants) {
        this.slug = UserSession.currentTenant();
        this.tenant = tenants.find(slug).orElse(null);
    }

    /** Empty at the bare host, and while nobody can say whose it is. */
    Optional<Tenant> tenant() {
        return Optional.ofNullable(tenant);
    }

    boolean isBare() {
        return slug == null;
    }

    String name() {
        return tenant == null ? Objects.requireNonNullElse(slug, "Satu Atap") : tenant.name();
    }

    boolean isEnglish() {
        return Languages.current().equals(Locale.ENGLISH);
    }

    /** A public page. */
    String href(String path) {
        return isEnglish() ? "/en" + path : path;
    }

    /** A link that leaves the screens of Vaadin. */
    Anchor outside(String href, String text) {
        var link = new Anchor(href, text);
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }
}
