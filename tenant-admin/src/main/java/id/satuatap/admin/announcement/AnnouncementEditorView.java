package id.satuatap.admin.announcement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import id.satuatap.admin.announcement.AnnouncementClient.Office;
import id.satuatap.admin.shared.AskDialog;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Notice;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.Person;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an announcement, or changes one: which one is in the address, and each address begins anew. */
@PermitAll
@Needs("announcement:write")
@Route("pengumuman/:id")
class AnnouncementEditorView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final String NEW = "baru";

    private final AnnouncementClient client;
    private final People people;
    private @Nullable AnnouncementEditor editor;

    AnnouncementEditorView(AnnouncementClient client, People people) {
        this.client = client;
        this.people = people;
        addClassName("admin-page");
        setId("announcement-editor");
    }

    /** The view stays when only the address changes: nothing of the announcement before may stay with it. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var opened = open(event.getRouteParameters().get("id").orElse(NEW));
        removeAll();
        add(back(), opened);
    }

    AnnouncementEditor open(String id) {
        var existing = id.equals(NEW) ? null : client.get(id);
        var opened = new AnnouncementEditor(client, offices(), existing, AnnouncementEditorView::done);
        editor = opened;
        return opened;
    }

    /** What was typed and not published is not lost by a slip. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor == null || !editor.hasTyped()) {
            return;
        }
        var leaving = event.postpone();
        new AskDialog("leave")
                .asking(
                        getTranslation("announcement.leave.title"),
                        getTranslation("announcement.leave.confirm"),
                        getTranslation("announcement.leave.text"))
                .doing(leaving::proceed)
                .open();
    }

    private static void done(String sentence) {
        Notice.done(sentence);
        UI.getCurrentOrThrow().navigate(AnnouncementListView.class);
    }

    private Component back() {
        var list = new RouterLink(getTranslation("nav.announcements"), AnnouncementListView.class);
        list.setId("to-announcements");
        return list;
    }

    private List<Office> offices() {
        return Optional.ofNullable(people.current().tenant())
                .map(Person.Tenant::slug)
                .map(slug -> client.offices(slug).items())
                .orElse(List.of());
    }

    @Override
    public String getPageTitle() {
        return editor == null ? "" : editor.heading();
    }
}
