package id.satuatap.admin.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** The page is there, but not for this person's role. */
@PermitAll
@ParentLayout(MainLayout.class)
class NoAccessView extends ErrorPage implements HasErrorParameter<NoAccess> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NoAccess> parameter) {
        say("no-access");
        return 403;
    }
}
