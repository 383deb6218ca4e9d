package id.satuatap.citizen.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import id.satuatap.citizen.page.PermissionsPolicy;
import id.satuatap.servlet.page.ScreenBasics;
import id.satuatap.servlet.session.SignInNeeded;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What holds for every screen of the portal: it looks like the public pages, and what no screen expected is told. */
@Component
class AccountScreens implements VaadinServiceInitListener, ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(AccountScreens.class);

    private final transient ScreenBasics basics;

    AccountScreens(ScreenBasics basics) {
        this.basics = basics;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        basics.begin(event, this);
        event.addIndexHtmlRequestListener(AccountScreens::dress);
    }

    private static void dress(IndexHtmlResponse page) {
        page.getDocument().body().addClass("sa-body");
        page.getVaadinResponse().setHeader(PermissionsPolicy.HEADER, PermissionsPolicy.CLOSED);
    }

    @Override
    public void error(ErrorEvent event) {
        var ui = UI.getCurrent();
        switch (event.getThrowable()) {
            case SignInNeeded over when ui != null -> signInAgain(ui);
            case IOException gone -> LOG.debug("the browser went away", gone);
            case Throwable fault -> LOG.error("unexpected failure", fault);
        }
    }

    /** The session ends, and the same address asks for another: one comes back to it. */
    static void signInAgain(UI ui) {
        VaadinSession.getCurrent().getSession().invalidate();
        ui.getPage().reload();
    }
}
