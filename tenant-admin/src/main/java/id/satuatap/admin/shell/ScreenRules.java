package id.satuatap.admin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import id.satuatap.admin.session.Tenants;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.page.ScreenBasics;
import id.satuatap.servlet.session.UserSession;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What holds for every screen of the workspace: the permission is checked on entering, accent and clock are the government's, failures are told. */
@Component
class ScreenRules implements VaadinServiceInitListener {

    private final People people;
    private final Tenants tenants;
    private final Failures failures;
    private final ScreenBasics basics;

    ScreenRules(People people, Tenants tenants, Failures failures, ScreenBasics basics) {
        this.people = people;
        this.tenants = tenants;
        this.failures = failures;
        this.basics = basics;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        basics.begin(event, failures);
        event.getSource().addUIInitListener(begun -> {
            begun.getUI().addBeforeEnterListener(entering -> setClock(entering.getUI()));
            begun.getUI().addBeforeEnterListener(PermissionsPolicy::enforce);
            begun.getUI().addBeforeEnterListener(this::admit);
        });
        event.addIndexHtmlRequestListener(this::dress);
    }

    /** The page before anything is on it: accent, and which devices it may use. */
    private void dress(IndexHtmlResponse page) {
        var root = page.getDocument().child(0);
        tenants.find(UserSession.currentTenant())
                .flatMap(brand -> Accent.of(brand.accent()))
                .ifPresent(accent -> root.attr("style", accent.style()));
        var registry = page.getVaadinRequest().getService().getRouter().getRegistry();
        page.getVaadinResponse()
                .setHeader(
                        PermissionsPolicy.HEADER,
                        PermissionsPolicy.of(registry, path(page)).value());
    }

    private static String path(IndexHtmlResponse page) {
        var path = Objects.requireNonNullElse(page.getVaadinRequest().getPathInfo(), "/");
        return path.substring(1);
    }

    /** Before the view is made, whose first days are the government's. */
    void setClock(UI ui) {
        tenants.find(UserSession.currentTenant()).map(Tenants.Brand::zone).ifPresent(zone -> Zones.keep(ui, zone));
    }

    private void admit(BeforeEnterEvent event) {
        var needed = event.getNavigationTarget().getAnnotation(Needs.class);
        if (needed != null && !people.current().may(needed.value())) {
            event.rerouteToError(new NoAccess(), "");
        }
    }
}
