package id.satuatap.admin.announcement;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import id.satuatap.admin.announcement.AnnouncementClient.Announcement;
import id.satuatap.admin.announcement.AnnouncementClient.Content;
import id.satuatap.admin.announcement.AnnouncementClient.State;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Formats;

/** What stands above the form when there is something to know before going on; empty otherwise. */
final class EditorNotice extends Div {

    EditorNotice() {
        setId("announcement-notice");
        getElement().setAttribute("role", "status");
    }

    void clear() {
        removeAll();
        setClassName("");
    }

    void say(String sentence) {
        removeAll();
        setClassName("sa-notice sa-notice-late");
        add(new Paragraph(sentence));
    }

    /** Somebody else was faster, and nothing was typed: what is saved is already shown. */
    void tellOvertaken(Announcement theirs) {
        say(about("announcement.overtaken", theirs));
    }

    /** Somebody else was faster: both are there, the person decides, nothing typed goes. */
    void letChoose(Announcement theirs, Content mine, Runnable onTakeTheirs, Runnable onMakeNew) {
        say(about("announcement.stale", theirs));
        add(new SavedAnnouncement(theirs, mine));
        var take = new Button(getTranslation("announcement.take-theirs"), event -> onTakeTheirs.run());
        take.setId("announcement-take-theirs");
        if (theirs.state() == State.WITHDRAWN) {
            var words = getTranslation("announcement.make-new");
            add(
                    new Paragraph(getTranslation("announcement.keep-as-new")),
                    new Div(Buttons.primary("announcement-make-new", words, onMakeNew), take));
        } else {
            add(new Paragraph(getTranslation("announcement.keep-mine")), take);
        }
    }

    /** Who did what, and when. */
    private String about(String words, Announcement theirs) {
        var key = theirs.state() == State.WITHDRAWN ? words + ".withdrawn" : words;
        var who = theirs.by() == null ? getTranslation("announcement.erased") : theirs.by();
        return getTranslation(key, who, Formats.current().dateTime(theirs.at()));
    }
}
