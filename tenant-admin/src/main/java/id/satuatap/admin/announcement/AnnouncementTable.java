package id.satuatap.admin.announcement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.announcement.AnnouncementClient.Announcement;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Table;

/** Announcements: what, where it stands, for which days, who touched it last. */
final class AnnouncementTable extends Composite<Table> {

    private boolean simulated;

    AnnouncementTable() {
        getContent()
                .head(
                        getTranslation("announcements.what"),
                        getTranslation("announcements.state"),
                        getTranslation("announcements.days"),
                        getTranslation("announcements.by"));
    }

    @Override
    protected Table initContent() {
        return Table.stacking("announcements", getTranslation("announcements.caption"))
                .withHiddenCaption();
    }

    /** Whether something in it is invented; all of a government's is, or nothing. */
    boolean isSimulated() {
        return simulated;
    }

    void add(Announcement one) {
        simulated |= one.simulated();
        var formats = Formats.current();
        getContent()
                .row(
                        what(one),
                        Table.text(getTranslation("announcements.state." + one.state())),
                        lines(
                                new Span(getTranslation("announcements.from", formats.date(one.validFrom()))),
                                new Span(getTranslation("announcements.to", formats.date(one.validTo())))),
                        who(one, formats))
                .setId("announcement-" + one.id());
    }

    private Component what(Announcement one) {
        var link = new Anchor(AnnouncementNavigation.record(one.id()), one.title());
        link.setId("open-" + one.id());
        var about = new Span(one.officeName() == null ? getTranslation("announcement.whole") : one.officeName());
        about.addClassName("sa-source");
        var second = new Div(about);
        second.addClassName("admin-inline");
        if (one.urgent()) {
            second.addComponentAsFirst(new Span(getTranslation("announcement.urgent-mark")));
        }
        return lines(link, second);
    }

    private Component who(Announcement one, Formats formats) {
        var at = new Span(formats.dateTime(one.at()));
        at.addClassName("sa-source");
        return lines(new Span(one.by() == null ? getTranslation("announcement.erased") : one.by()), at);
    }

    private static Component lines(Component... lines) {
        var cell = new Div(lines);
        cell.addClassName("admin-lines");
        return cell;
    }
}
