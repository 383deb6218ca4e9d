package id.satuatap.citizen.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.session.SignInNeeded;
import jakarta.annotation.security.PermitAll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A screen could not be opened: core refused, core is away, the sign-in is over, or we have a fault. */
@PermitAll
@ParentLayout(AccountLayout.class)
class AccountFailureView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(AccountFailureView.class);

    private final transient Place place;
    private String title = "";

    AccountFailureView(Place place) {
        this.place = place;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        return switch (parameter.getCaughtException()) {
            case CoreRefused refused -> say("account.refused", refused.sentence(), refused.status());
            case CoreAway away -> say("account.away", getTranslation("account.away.text"), 503);
            case SignInNeeded over -> {
                AccountScreens.signInAgain(event.getUI());
                yield say("account.over", getTranslation("account.over.text"), 401);
            }
            case Exception fault -> {
                LOG.error("view failed", fault);
                yield say("failure", getTranslation("failure.text"), 500);
            }
        };
    }

    private int say(String key, String sentence, int status) {
        setId(key.replace('.', '-'));
        title = getTranslation(key + ".title");
        var again = place.outside("/saya/", getTranslation("account.again"));
        again.addClassName("sa-button-quiet");
        add(new H1(title), new Paragraph(sentence), new Paragraph(again), new SignOutForm());
        return status;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
