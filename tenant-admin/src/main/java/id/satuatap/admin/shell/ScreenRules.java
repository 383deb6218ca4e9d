package id.satuatap.admin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import id.satuatap.admin.session.Tenants;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Texts;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.page.Languages;
import id.satuatap.servlet.page.PagePolicy;
import id.satuatap.servlet.session.UserSession;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What holds for every screen: the permission is checked on entering, the language is the person's, the clock the government's, failures are told. */
@Component
class ScreenRules implements VaadinServiceInitListener {

    private final People people;
    private final Tenants tenants;
    private final Failures failures;
    private final Texts texts;
    private final PagePolicy policy;

    ScreenRules(People people, Tenants tenants, Failures failures, Texts texts, PagePolicy policy) {
        this.people = people;
        this.tenants = tenants;
        this.failures = failures;
        this.texts = texts;
        this.policy = policy;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(session -> {
            session.getSession().setErrorHandler(failures);
            session.getSession().setLocale(Languages.of(session.getRequest().getCookies()));
        });
        service.addUIInitListener(begun -> prepare(begun.getUI()));
        service.setSystemMessagesProvider(
                info -> messages(Languages.of(info.getLocale().getLanguage())));
        event.addIndexHtmlRequestListener(this::dress);
    }

    /** The page before anything is on it: language, accent, and what it may load and use. */
    private void dress(IndexHtmlResponse page) {
        var root = page.getDocument().child(0);
        root.attr("lang", Languages.of(page.getVaadinRequest().getCookies()).getLanguage());
        tenants.find(UserSession.currentTenant())
                .flatMap(brand -> Accent.of(brand.accent()))
                .ifPresent(accent -> root.attr("style", accent.style()));
        policy.apply(page);
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

    private void prepare(UI ui) {
        var request = VaadinRequest.getCurrent();
        ui.setLocale(request == null ? Languages.INDONESIAN : Languages.of(request.getCookies()));
        ui.addBeforeEnterListener(entering -> setClock(entering.getUI()));
        ui.addBeforeEnterListener(PermissionsPolicy::enforce);
        ui.addBeforeEnterListener(this::admit);
        speakOfConnection(ui);
    }

    /** Vaadin's own words for a lost connection, in the person's language and where a screen reader hears them. */
    private void speakOfConnection(UI ui) {
        var reconnect = ui.getReconnectDialogConfiguration();
        reconnect.setDialogText(ui.getTranslation("connection.lost"));
        reconnect.setDialogTextGaveUp(ui.getTranslation("connection.gave-up"));
        ui.getPage()
                .executeJs(
                        """
                        const indicator = document.querySelector('vaadin-connection-indicator');
                        if (indicator) {
                          indicator.setAttribute('role', 'status');
                          indicator.onlineText = $0;
                          indicator.offlineText = $1;
                          indicator.reconnectingText = $2;
                        }""",
                        ui.getTranslation("connection.online"),
                        ui.getTranslation("connection.gave-up"),
                        ui.getTranslation("connection.lost"));
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

    private SystemMessages messages(Locale locale) {
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setCookiesDisabledCaption(texts.getTranslation("cookies.title", locale));
        messages.setCookiesDisabledMessage(texts.getTranslation("cookies.text", locale));
        messages.setInternalErrorCaption(texts.getTranslation("failure.title", locale));
        messages.setInternalErrorMessage(texts.getTranslation("failure.text", locale));
        return messages;
    }
}
