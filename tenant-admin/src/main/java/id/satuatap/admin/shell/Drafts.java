package id.satuatap.admin.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import id.satuatap.servlet.session.UserSession;
import org.jspecify.annotations.Nullable;

/** Unsaved words in the tab are of one person at one tenant: on every page of anybody else they are dropped at once. */
@Tag("sa-drafts")
@JsModule("context://admin.js")
final class Drafts extends Component {

    Drafts(@Nullable UserSession session) {
        getElement().setAttribute("owner", session == null ? "" : session.owner());
    }

    /** The next one at this desk finds nothing; then the rest of the way out, also where the browser can't be asked. */
    void dropBefore(Runnable signOut) {
        getElement().callJsFunction("drop").then(dropped -> signOut.run(), unavailable -> signOut.run());
    }
}
