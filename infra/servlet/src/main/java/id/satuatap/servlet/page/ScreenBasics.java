package id.satuatap.servlet.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What holds for every screen of Vaadin in every application: the language is the person's, its page carries our policy, and a lost connection or
 * session is told in her words.
 */
@Component
public class ScreenBasics {

    private final PagePolicy policy;

    public ScreenBasics(PagePolicy policy) {
        this.policy = policy;
    }

    /** @param failures is told what no screen expected */
    public void begin(ServiceInitEvent event, ErrorHandler failures) {
        var service = event.getSource();
        service.addSessionInitListener(session -> {
            session.getSession().setErrorHandler(failures);
            session.getSession().setLocale(Languages.of(session.getRequest().getCookies()));
        });
        service.addUIInitListener(begun -> prepare(begun.getUI()));
        service.setSystemMessagesProvider(
                info -> messages(service, Languages.of(info.getLocale().getLanguage())));
        event.addIndexHtmlRequestListener(this::dress);
    }

    private void dress(IndexHtmlResponse page) {
        var language = Languages.of(page.getVaadinRequest().getCookies());
        page.getDocument().child(0).attr("lang", language.getLanguage());
        policy.apply(page);
    }

    private static void prepare(UI ui) {
        var request = VaadinRequest.getCurrent();
        ui.setLocale(request == null ? Languages.INDONESIAN : Languages.of(request.getCookies()));
        speakOfConnection(ui);
    }

    /** Vaadin's own words for a lost connection, in the person's language and where a screen reader hears them. */
    private static void speakOfConnection(UI ui) {
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

    private static SystemMessages messages(VaadinService service, Locale locale) {
        var words = service.getInstantiator().getI18NProvider();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setCookiesDisabledCaption(words.getTranslation("cookies.title", locale));
        messages.setCookiesDisabledMessage(words.getTranslation("cookies.text", locale));
        messages.setInternalErrorCaption(words.getTranslation("failure.title", locale));
        messages.setInternalErrorMessage(words.getTranslation("failure.text", locale));
        return messages;
    }
}
