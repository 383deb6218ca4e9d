package id.satuatap.admin.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import id.satuatap.admin.audit.AuditClient.Entry;
import id.satuatap.admin.audit.AuditClient.Who;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Table;

/** The lines that were read so far: when, who, what, to what, and how or why not. A name leads to all that this person did. */
final class AuditTable extends Composite<Table> {

    private final AuditFilter filter;
    private final AuditWords words;

    AuditTable(AuditFilter filter, AuditWords words) {
        this.filter = filter;
        this.words = words;
        getContent()
                .head(
                        getTranslation("audit.at"),
                        getTranslation("audit.who"),
                        getTranslation("audit.done"),
                        getTranslation("audit.object"),
                        getTranslation("audit.detail"));
    }

    @Override
    protected Table initContent() {
        return Table.stacking("audit", getTranslation("audit.title")).withHiddenCaption();
    }

    void add(Entry entry) {
        getContent()
                .row(
                        Table.text(Formats.current().moment(entry.at())),
                        who(entry),
                        done(entry),
                        Table.text(words.object(entry)),
                        Table.text(words.detail(entry)))
                .setId("audit-" + entry.position());
    }

    private Component who(Entry entry) {
        var person = entry.person();
        if (person == null) {
            return new Span(getTranslation("audit.system"));
        }
        var cell = new Div(link(entry, person));
        cell.addClassName("admin-lines");
        if (person.email() != null) {
            cell.add(quiet(person.email()));
        }
        cell.add(quiet(words.standing(person)));
        return cell;
    }

    private RouterLink link(Entry entry, Who person) {
        var name = entry.actor() == null ? getTranslation("audit.erased") : entry.actor();
        var link = new RouterLink(name, AuditView.class);
        link.setQueryParameters(filter.by(person.id()).parameters());
        link.getElement().setAttribute("aria-label", getTranslation("audit.person.only", name));
        return link;
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("sa-source");
        return span;
    }

    private Component done(Entry entry) {
        var sentence = new Span(words.done(entry));
        if (!entry.refused()) {
            return sentence;
        }
        var badge = new Span(getTranslation("audit.refused"));
        badge.addClassNames("admin-badge", "admin-badge-refused");
        var cell = new Div(badge, sentence);
        cell.addClassName("admin-inline");
        return cell;
    }
}
