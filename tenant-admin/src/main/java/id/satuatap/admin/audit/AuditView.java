package id.satuatap.admin.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.shared.EmptyState;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.shared.Texts;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.page.Languages;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** What was changed and refused, newest first, a page at a time; what is looked at is in the address. */
@PermitAll
@Needs("audit:read")
@Route("jejak-audit")
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int MOST_ROWS = 5000;

    private final AuditClient client;
    private final AuditExport export;
    private final AuditWords words;
    private final AuditFilterBar bar = new AuditFilterBar(AuditView::open);
    private final Anchor download = new Anchor();
    private final Div list = new Div();
    private final Button more = new Button();
    private final Paragraph end = new Paragraph();
    private AuditFilter filter = AuditFilter.NONE;
    private AuditTable table;
    private @Nullable String next;
    private int shown;

    AuditView(AuditClient client, AuditExport export, Texts texts) {
        this.client = client;
        this.export = export;
        this.words = new AuditWords(texts, Languages.current());
        this.table = new AuditTable(filter, words);
        addClassName("admin-page");
        setId("audit-view");
        download.setId("audit-export");
        download.setText(getTranslation("audit.export"));
        download.addClassName("sa-button-quiet");
        more.setText(getTranslation("audit.more", PAGE));
        more.setId("audit-more");
        more.addClickListener(event -> load());
        end.setId("audit-end");
        end.addClassName("sa-source");
        add(new PageHead(getTranslation("audit.title"), download), bar, list, more, end);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter = AuditFilter.of(event.getLocation().getQueryParameters());
        download.setHref(export.of(filter, new AuditSheet(words, Zones.current())));
        table = new AuditTable(filter, words);
        list.removeAll();
        list.add(table);
        next = null;
        shown = 0;
        bar.show(filter, load());
    }

    private static void open(AuditFilter wanted) {
        UI.getCurrentOrThrow().navigate(AuditView.class, wanted.parameters());
    }

    /** Reads on where it ended; returns the name of whom the first line is of. */
    private @Nullable String load() {
        var page = client.list(filter.asked(), next, PAGE);
        page.items().forEach(table::add);
        next = page.next();
        shown += page.items().size();
        showEnd();
        return page.items().stream().findFirst().map(AuditClient.Entry::actor).orElse(null);
    }

    private void showEnd() {
        more.setVisible(next != null && shown < MOST_ROWS);
        end.setText(getTranslation(next == null ? "audit.all-shown" : "audit.shown", shown));
        if (shown == 0) {
            var words = filter.equals(AuditFilter.NONE) ? "audit.empty" : "audit.none";
            list.removeAll();
            list.add(new EmptyState("audit-empty", getTranslation(words + ".title"), getTranslation(words + ".text")));
            end.setText("");
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.audit");
    }
}
