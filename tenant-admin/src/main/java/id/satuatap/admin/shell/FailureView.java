package id.satuatap.admin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.VaadinSession;
import id.satuatap.admin.shared.AwayBanner;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.session.SignInNeeded;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A view could not be opened: core refused, core is away, the sign-in is over, or we have a fault. */
@PermitAll
@ParentLayout(MainLayout.class)
class FailureView extends ErrorPage implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        return switch (parameter.getCaughtException()) {
            case CoreRefused refused when refused.status() == 404 -> said("not-found", 404);
            case CoreRefused refused -> {
                say("refused", refused.sentence());
                yield refused.status();
            }
            case CoreAway away -> {
                say("away");
                var ui = event.getUI();
                AwayBanner.show(ui, away, () -> ui.getPage().reload());
                yield 503;
            }
            case SignInNeeded over -> signInAgain(event.getUI());
            case Exception fault -> {
                LOG.error("view failed", fault);
                yield said("failure", 500);
            }
        };
    }

    private int said(String key, int status) {
        say(key);
        return status;
    }

    /** Nothing is typed on a page that did not open: begin anew, and come back to the same address. */
    private int signInAgain(UI ui) {
        say("sign-in-again");
        VaadinSession.getCurrent().getSession().invalidate();
        ui.getPage().reload();
        return 401;
    }
}
