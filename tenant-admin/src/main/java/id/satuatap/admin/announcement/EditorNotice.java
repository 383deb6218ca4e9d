package id.satuatap.admin.announcement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.satuatap.admin.announcement.AnnouncementClient.Announcement;
import id.satuatap.admin.shared.Formats;

/** What stands above the form when there is something to know before going on; empty otherwise. */
final class EditorNotice extends Div {

    EditorNotice() {
        setId("announcement-notice");
        getElement().setAttribute("role", "status");
    }

    void say(String sentence) {
        removeAll();
        setClassName("sa-notice sa-notice-late");
        add(new Paragraph(sentence));
    }

    /** Somebody else was faster: both are there, the person decides, nothing typed goes. */
    void tellStale(Announcement theirs, Runnable onTakeTheirs) {
        var who = theirs.by() == null ? getTranslation("announcement.erased") : theirs.by();
        say(getTranslation("announcement.stale", who, Formats.current().dateTime(theirs.at())));
        var quote = new Paragraph(theirs.title() + "\n" + theirs.text());
        quote.addClassName("admin-quote");
        var take = new Button(getTranslation("announcement.take-theirs"), event -> {
            removeAll();
            setClassName("");
            onTakeTheirs.run();
        });
        take.setId("announcement-take-theirs");
        add(quote, new Paragraph(getTranslation("announcement.keep-mine")), take);
    }
}
