package id.satuatap.admin.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.audit.AuditClient.Entry;
import id.satuatap.admin.shared.EmptyState;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.shared.Table;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Newest first, a page at a time; the kind that is looked at is in the address. */
@PermitAll
@Needs("audit:read")
@Route("jejak-audit")
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String KIND = "jenis";
    private static final List<String> KINDS = List.of("", "CHANGE", "REFUSAL");
    private static final int PAGE = 50;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_ROWS = 5000;

    private final AuditClient client;
    private final Div chips = new Div();
    private final Div list = new Div();
    private final Button more = new Button();
    private final Paragraph end = new Paragraph();
    private String kind = "";
    private @Nullable String next;
    private int shown;
    private Table table;

    AuditView(AuditClient client) {
        this.client = client;
        addClassName("admin-page");
        setId("audit-view");
        chips.addClassName("sa-chips");
        chips.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("audit.kind"));
        more.setText(getTranslation("audit.more", PAGE));
        more.setId("audit-more");
        more.addClickListener(event -> load());
        end.setId("audit-end");
        end.addClassName("sa-source");
        table = emptyTable();
        add(new PageHead(getTranslation("audit.title")), chips, list, more, end);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(KIND)
                .orElse("");
        kind = KINDS.contains(wanted) ? wanted : "";
        showChips();
        next = null;
        shown = 0;
        table = emptyTable();
        list.removeAll();
        list.add(table);
        load();
    }

    private void showChips() {
        chips.removeAll();
        for (var choice : KINDS) {
            var chip = new NativeButton(
                    getTranslation("audit.kind." + (choice.isEmpty() ? "all" : choice)),
                    event -> UI.getCurrentOrThrow()
                            .navigate(
                                    "jejak-audit",
                                    choice.isEmpty()
                                            ? QueryParameters.empty()
                                            : QueryParameters.simple(Map.of(KIND, choice))));
            chip.setId("audit-kind-" + (choice.isEmpty() ? "all" : choice.toLowerCase(java.util.Locale.ROOT)));
            chip.addClassName("sa-chip");
            chip.getElement().setAttribute("aria-pressed", String.valueOf(choice.equals(kind)));
            chips.add(chip);
        }
    }

    private Table emptyTable() {
        return Table.stacking("audit", getTranslation("audit.title"))
                .withHiddenCaption()
                .head(
                        getTranslation("audit.at"),
                        getTranslation("audit.kind"),
                        getTranslation("audit.action"),
                        getTranslation("audit.actor"),
                        getTranslation("audit.detail"));
    }

    private void load() {
        var page = client.list(next, PAGE, kind.isEmpty() ? null : kind);
        page.items().forEach(this::row);
        next = page.next();
        shown += page.items().size();
        showEnd();
    }

    private void showEnd() {
        more.setVisible(next != null && shown < MOST_ROWS);
        end.setText(getTranslation(next == null ? "audit.all-shown" : "audit.shown", shown));
        if (shown == 0 && next == null) {
            list.removeAll();
            list.add(new EmptyState(
                    "audit-empty", getTranslation("audit.empty.title"), getTranslation("audit.empty.text")));
            end.setText("");
        }
    }

    private void row(Entry entry) {
        table.row(
                        Table.text(Formats.current().dateTime(entry.at())),
                        kindChip(entry),
                        action(entry),
                        actor(entry),
                        Table.text(detail(entry)))
                .setId("audit-" + entry.position());
    }

    private Component kindChip(Entry entry) {
        var chip = new Span(getTranslation("audit.kind." + entry.kind()));
        chip.addClassName("sa-chip");
        chip.setClassName("sa-late", "REFUSAL".equals(entry.kind()));
        return chip;
    }

    private Component action(Entry entry) {
        return Table.text(known("action." + entry.action(), entry.action()));
    }

    private Component actor(Entry entry) {
        var actor = new Div(new Span(entry.actor() == null ? "–" : entry.actor()));
        actor.addClassName("admin-inline");
        if (entry.role() != null) {
            var role = new Span(getTranslation("role." + entry.role()));
            role.addClassName("sa-source");
            actor.add(role);
        }
        return actor;
    }

    /** What a reader can use: ids of things are left to the record itself. */
    private String detail(Entry entry) {
        var detail = entry.detail() == null ? Map.<String, Object>of() : entry.detail();
        var words = detail.entrySet().stream()
                .filter(fact -> !ID.matcher(String.valueOf(fact.getValue())).matches())
                .sorted(Map.Entry.comparingByKey())
                .map(fact -> known("detail." + fact.getKey(), fact.getKey()) + ": "
                        + known("role." + fact.getValue(), String.valueOf(fact.getValue())))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "–" : words;
    }

    private String known(String key, String otherwise) {
        var words = getTranslation(key);
        return words.equals(key) ? otherwise : words;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.audit");
    }
}
