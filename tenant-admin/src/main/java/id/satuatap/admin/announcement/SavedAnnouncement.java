package id.satuatap.admin.announcement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.satuatap.admin.announcement.AnnouncementClient.Announcement;
import id.satuatap.admin.announcement.AnnouncementClient.Content;
import id.satuatap.admin.shared.Formats;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that the saved one says, and what of it differs from what is typed. */
final class SavedAnnouncement extends Div {

    SavedAnnouncement(Announcement saved, Content typed) {
        setId("announcement-saved");
        var content = saved.content();
        var formats = Formats.current();
        part("title", content.title(), content.title().equals(typed.title()));
        part("text", content.text(), content.text().equals(typed.text()));
        part("link", content.link(), Objects.equals(content.link(), typed.link()));
        part("validFrom", formats.date(content.validFrom()), Objects.equals(content.validFrom(), typed.validFrom()));
        part("validTo", formats.date(content.validTo()), Objects.equals(content.validTo(), typed.validTo()));
        part("office", office(saved), Objects.equals(content.office(), typed.office()));
        part("urgent", urgent(content), content.urgent() == typed.urgent());
    }

    private void part(String field, @Nullable String text, boolean same) {
        var line = new Paragraph(getTranslation("announcement." + field) + ": " + (text == null ? "–" : text));
        line.addClassName("admin-quote");
        line.setClassName("admin-differs", !same);
        add(line);
    }

    private String office(Announcement saved) {
        return saved.officeName() == null ? getTranslation("announcement.whole") : saved.officeName();
    }

    private String urgent(Content content) {
        return getTranslation(content.urgent() ? "announcement.urgent.yes" : "announcement.urgent.no");
    }
}
