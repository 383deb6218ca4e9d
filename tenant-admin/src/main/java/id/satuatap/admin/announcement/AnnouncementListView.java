package id.satuatap.admin.announcement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.announcement.AnnouncementClient.State;
import id.satuatap.admin.shared.EmptyState;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.shared.Simulated;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** All announcements, the newest first, a page at a time; which state is looked at is in the address. */
@PermitAll
@Needs("announcement:write")
@Route(AnnouncementNavigation.LIST)
class AnnouncementListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final AnnouncementClient client;
    private final StateChips chips = new StateChips();
    private final Paragraph simulated = new Paragraph(new Simulated());
    private final Div list = new Div();
    private final Button more = new Button();
    private AnnouncementTable table = new AnnouncementTable();
    private @Nullable State state;
    private @Nullable String next;

    AnnouncementListView(AnnouncementClient client) {
        this.client = client;
        addClassName("admin-page");
        setId("announcements-view");
        more.setText(getTranslation("announcements.more", PAGE));
        more.setId("announcements-more");
        more.addClickListener(event -> load());
        add(new PageHead(getTranslation("nav.announcements"), writeButton()), chips, simulated, list, more);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state = AnnouncementNavigation.state(event.getLocation().getQueryParameters());
        chips.show(state);
        table = new AnnouncementTable();
        next = null;
        list.removeAll();
        list.add(load() ? table : nothing());
        simulated.setVisible(table.isSimulated());
    }

    private static Button writeButton() {
        var write = new Button("", event -> UI.getCurrentOrThrow().navigate(AnnouncementNavigation.NEW));
        write.setText(write.getTranslation("announcements.write"));
        write.setId("announcement-new");
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return write;
    }

    /** Reads on where it ended; false when there is nothing. */
    private boolean load() {
        var page = client.list(state, next, PAGE);
        page.items().forEach(table::add);
        next = page.next();
        more.setVisible(next != null);
        return !page.items().isEmpty();
    }

    private EmptyState nothing() {
        var words = state == null ? "announcements.empty" : "announcements.none";
        return new EmptyState("announcements-empty", getTranslation(words + ".title"), getTranslation(words + ".text"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.announcements");
    }
}
