package id.satuatap.admin.announcement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import id.satuatap.admin.announcement.AnnouncementClient.Announcement;
import id.satuatap.admin.announcement.AnnouncementClient.Content;
import id.satuatap.admin.announcement.AnnouncementClient.Office;
import id.satuatap.admin.announcement.AnnouncementClient.State;
import id.satuatap.admin.shared.Attempt;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.shared.Zones;
import id.satuatap.servlet.core.CoreRefused;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One announcement as it is open now: the form, and beside it how everybody will read it. When somebody else changed or withdrew it
 * meanwhile, both are there and the person decides; nothing typed goes by itself.
 */
final class AnnouncementEditor extends Div {

    private final AnnouncementClient client;
    private final Consumer<String> onDone;
    private final Attempt attempt = new Attempt();
    private final Div head = new Div();
    private final EditorNotice notice = new EditorNotice();
    private final AnnouncementPreview preview = new AnnouncementPreview();
    private final AnnouncementForm form;
    private @Nullable Announcement existing;
    private Content untyped = nothing();

    /** @param onDone hears the sentence about what was done */
    AnnouncementEditor(
            AnnouncementClient client, List<Office> offices, @Nullable Announcement existing, Consumer<String> onDone) {
        this.client = client;
        this.onDone = onDone;
        form = new AnnouncementForm(offices, this::preview);
        var columns = new Div(form, preview);
        columns.addClassName("sa-columns");
        add(head, notice, columns);
        open(existing);
        if (isWithdrawn()) {
            notice.say(getTranslation("announcement.is-withdrawn"));
        }
    }

    /** Whether something would be lost that is nowhere else. */
    boolean hasTyped() {
        return !form.content().equals(untyped);
    }

    String heading() {
        return existing == null ? getTranslation("announcement.new") : existing.title();
    }

    /** Shows what is saved. */
    private void open(@Nullable Announcement saved) {
        existing = saved;
        form.show(saved == null ? nothing() : saved.content());
        untyped = form.content();
        if (isWithdrawn()) {
            form.readOnly();
        }
        notice.clear();
        showHead();
        preview();
    }

    private void showHead() {
        head.removeAll();
        head.add(new PageHead(heading(), actions()));
    }

    private Component[] actions() {
        if (isWithdrawn()) {
            return new Component[0];
        }
        var publish = Buttons.primary("announcement-publish", getTranslation(words("publish")), this::askToPublish);
        if (existing == null) {
            return new Component[] {publish};
        }
        var one = existing;
        var withdraw = Buttons.quiet(
                "announcement-withdraw",
                getTranslation("announcement.withdraw"),
                () -> Questions.withdraw(one, () -> withdraw(one)));
        withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return new Component[] {withdraw, publish};
    }

    private void askToPublish() {
        if (form.isComplete()) {
            var content = form.content();
            Questions.publish(words("publish"), content, () -> publish(content));
        }
    }

    private void publish(Content content) {
        try {
            if (existing == null) {
                client.publish(attempt.keyFor(content), content);
            } else {
                client.change(existing.id(), existing.etag(), content);
            }
            done(words("published"), content.title());
        } catch (CoreRefused refused) {
            if (!isOvertaken(refused) && !form.tells(refused)) {
                throw refused;
            }
        }
    }

    private void withdraw(Announcement one) {
        try {
            client.withdraw(one.id(), one.etag());
            done("announcement.withdrawn", one.title());
        } catch (CoreRefused refused) {
            if (!isOvertaken(refused)) {
                throw refused;
            }
        }
    }

    private void done(String words, String title) {
        untyped = form.content();
        onDone.accept(getTranslation(words, title));
    }

    /** Whether somebody else was faster; then it was told. */
    private boolean isOvertaken(CoreRefused refused) {
        var mine = existing;
        if (mine == null || (refused.status() != 412 && refused.status() != 409)) {
            return false;
        }
        var theirs = client.get(mine.id());
        if (theirs.version() == mine.version()) {
            return false;
        }
        if (hasTyped()) {
            letChoose(theirs);
        } else {
            open(theirs);
            notice.tellOvertaken(theirs);
        }
        return true;
    }

    /** What she sends next goes over the version that she sees now, unless it was withdrawn: that one stays as it is. */
    private void letChoose(Announcement theirs) {
        existing = theirs;
        untyped = theirs.content();
        showHead();
        notice.letChoose(theirs, form.content(), () -> open(theirs), this::makeNew);
    }

    private void makeNew() {
        existing = null;
        untyped = nothing();
        notice.clear();
        showHead();
    }

    private void preview() {
        preview.show(form.content(), form.officeName());
    }

    private boolean isWithdrawn() {
        return existing != null && existing.state() == State.WITHDRAWN;
    }

    private String words(String key) {
        return (existing == null ? "announcement." : "announcement.change.") + key;
    }

    private static Content nothing() {
        return new Content("", "", null, false, Zones.today(), null, null);
    }
}
