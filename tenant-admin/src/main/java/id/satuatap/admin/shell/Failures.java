package id.satuatap.admin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import id.satuatap.admin.shared.AwayBanner;
import id.satuatap.admin.shared.Notice;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.session.SignInNeeded;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Whatever a view did not expect: told to the person in a sentence, and logged once if it is a fault of ours. */
@Component
class Failures implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public void error(ErrorEvent event) {
        var ui = UI.getCurrent();
        switch (event.getThrowable()) {
            case CoreRefused refused when ui != null -> Notice.problem(refused.sentence());
            case CoreAway away
            when ui != null -> AwayBanner.show(ui, away, () -> ui.getPage().reload());
            case SignInNeeded over when ui != null -> new SignInAgainDialog().open();
            case IOException gone -> LOG.debug("the browser went away", gone);
            case Throwable fault -> {
                LOG.error("unexpected failure", fault);
                if (ui != null) {
                    Notice.problem(ui.getTranslation("failure.request", String.valueOf(MDC.get("requestId"))));
                }
            }
        }
    }
}
