package id.satuatap.admin.announcement;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import id.satuatap.admin.announcement.AnnouncementClient.Content;
import id.satuatap.admin.shared.Formats;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How everybody will read it, while it is being written. */
final class AnnouncementPreview extends Section {

    private final Div page = new Div();

    AnnouncementPreview() {
        setId("announcement-preview");
        add(new H2(getTranslation("announcement.preview")), page);
    }

    void show(Content content, @Nullable String office) {
        page.removeAll();
        page.setClassName("sa-notice", content.urgent());
        page.setClassName("sa-card", !content.urgent());
        page.add(
                new H3(content.title().isBlank() ? getTranslation("announcement.title") : content.title()),
                about(content, office));
        content.text()
                .lines()
                .filter(line -> !line.isBlank())
                .map(Paragraph::new)
                .forEach(page::add);
        if (content.link() != null) {
            page.add(new Paragraph(link(content.link())));
        }
    }

    private Paragraph about(Content content, @Nullable String office) {
        var urgent = content.urgent() ? getTranslation("announcement.urgent-mark") : "";
        var until = content.validTo() == null
                ? ""
                : getTranslation("announcement.until", Formats.current().date(content.validTo()));
        var about = new Paragraph(String.join(
                " · ",
                Stream.of(urgent, office == null ? "" : office, until)
                        .filter(part -> !part.isEmpty())
                        .toList()));
        about.addClassName("sa-source");
        return about;
    }

    /** Opens beside the form, so that nothing typed is left. What is no address yet leads nowhere. */
    private static Anchor link(String address) {
        var link = new Anchor();
        link.setText(address);
        if (address.startsWith("https://")) {
            link.setHref(address);
            link.setTarget("_blank");
            link.getElement().setAttribute("rel", "noopener");
        }
        return link;
    }
}
