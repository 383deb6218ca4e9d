package id.satuatap.admin.announcement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.ButtonVariant;
import id.satuatap.admin.announcement.AnnouncementClient.Announcement;
import id.satuatap.admin.announcement.AnnouncementClient.Content;
import id.satuatap.admin.shared.AskDialog;
import id.satuatap.admin.shared.Formats;

/** What is asked before something leaves the house, or is taken back for good. */
final class Questions {

    private Questions() {}

    /** @param words where those of this step begin */
    static void publish(String words, Content content, Runnable step) {
        var formats = Formats.current();
        new AskDialog("publish")
                .asking(
                        say(words + ".title"),
                        say(words + ".confirm"),
                        say(
                                "announcement.publish.text",
                                formats.date(content.validFrom()),
                                formats.date(content.validTo())),
                        say("announcement.publish.not"))
                .doing(step)
                .open();
    }

    static void withdraw(Announcement one, Runnable step) {
        var dialog = new AskDialog("withdraw")
                .asking(
                        say("announcement.withdraw.title", one.title()),
                        say("announcement.withdraw.confirm"),
                        say("announcement.withdraw.text"),
                        say("announcement.withdraw.not"))
                .doing(step);
        dialog.confirm().addThemeVariants(ButtonVariant.LUMO_ERROR);
        dialog.open();
    }

    private static String say(String key, Object... parameters) {
        return UI.getCurrentOrThrow().getTranslation(key, parameters);
    }
}
