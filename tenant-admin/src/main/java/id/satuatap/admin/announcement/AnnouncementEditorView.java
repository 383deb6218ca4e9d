package id.satuatap.admin.announcement;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import id.satuatap.admin.announcement.AnnouncementClient.Announcement;
import id.satuatap.admin.announcement.AnnouncementClient.Content;
import id.satuatap.admin.announcement.AnnouncementClient.Office;
import id.satuatap.admin.announcement.AnnouncementClient.State;
import id.satuatap.admin.shared.AskDialog;
import id.satuatap.admin.shared.Attempt;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.Notice;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.Person;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes an announcement, or changes one: the form, and beside it how everybody will read it. */
@PermitAll
@Needs("announcement:write")
@Route("pengumuman/:id")
class AnnouncementEditorView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final String NEW = "baru";

    private final AnnouncementClient client;
    private final Attempt attempt = new Attempt();
    private final AnnouncementPreview preview = new AnnouncementPreview();
    private final EditorNotice notice = new EditorNotice();
    private final AnnouncementForm form;
    private Content saved = new Content("", "", null, false, LocalDate.now(Formats.ZONE), null, null);
    private @Nullable Announcement existing;

    AnnouncementEditorView(AnnouncementClient client, People people) {
        this.client = client;
        this.form = new AnnouncementForm(offices(people), this::preview);
        addClassName("admin-page");
        setId("announcement-editor");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters().get("id").orElse(NEW);
        if (!id.equals(NEW)) {
            existing = client.get(id);
            saved = existing.content();
        }
        form.show(saved);
        var columns = new Div(form, preview);
        columns.addClassName("sa-columns");
        removeAll();
        add(back(), new PageHead(heading(), actions()), notice, columns);
        preview();
        if (isWithdrawn()) {
            form.readOnly();
            notice.say(getTranslation("announcement.is-withdrawn"));
        }
    }

    /** What was typed and not published is not lost by a slip. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (isWithdrawn() || form.content().equals(saved)) {
            return;
        }
        var leaving = event.postpone();
        new AskDialog("leave")
                .asking(
                        getTranslation("announcement.leave.title"),
                        getTranslation("announcement.leave.confirm"),
                        getTranslation("announcement.leave.text"))
                .doing(leaving::proceed)
                .open();
    }

    private Component[] actions() {
        if (isWithdrawn()) {
            return new Component[0];
        }
        var publish = new Button(getTranslation(words("publish")), event -> askToPublish());
        publish.setId("announcement-publish");
        publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        if (existing == null) {
            return new Component[] {publish};
        }
        var withdraw = new Button(getTranslation("announcement.withdraw"), event -> askToWithdraw());
        withdraw.setId("announcement-withdraw");
        withdraw.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        return new Component[] {withdraw, publish};
    }

    private void askToPublish() {
        if (!form.isComplete()) {
            return;
        }
        var content = form.content();
        var formats = Formats.current();
        new AskDialog("publish")
                .asking(
                        getTranslation(words("publish.title")),
                        getTranslation(words("publish.confirm")),
                        getTranslation(
                                "announcement.publish.text",
                                formats.date(content.validFrom()),
                                formats.date(content.validTo())),
                        getTranslation("announcement.publish.not"))
                .doing(() -> publish(content))
                .open();
    }

    private void publish(Content content) {
        try {
            if (existing == null) {
                client.publish(attempt.keyFor(content), content);
            } else {
                client.change(existing.id(), existing.etag(), content);
            }
        } catch (CoreRefused refused) {
            if (refused.status() == 412 && existing != null) {
                choose(client.get(existing.id()));
                return;
            }
            if (form.tells(refused)) {
                return;
            }
            throw refused;
        }
        done(content, getTranslation(words("published"), content.title()));
    }

    private void askToWithdraw() {
        var one = Objects.requireNonNull(existing);
        var dialog = new AskDialog("withdraw")
                .asking(
                        getTranslation("announcement.withdraw.title", one.title()),
                        getTranslation("announcement.withdraw.confirm"),
                        getTranslation("announcement.withdraw.text"),
                        getTranslation("announcement.withdraw.not"))
                .doing(() -> {
                    client.withdraw(one.id(), one.etag());
                    done(form.content(), getTranslation("announcement.withdrawn", one.title()));
                });
        dialog.confirm().addThemeVariants(ButtonVariant.LUMO_ERROR);
        dialog.open();
    }

    private void done(Content content, String sentence) {
        saved = content;
        Notice.done(sentence);
        UI.getCurrentOrThrow().navigate(AnnouncementListView.class);
    }

    private void choose(Announcement theirs) {
        existing = theirs;
        saved = theirs.content();
        notice.tellStale(theirs, () -> form.show(theirs.content()));
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

    private String heading() {
        return existing == null ? getTranslation("announcement.new") : existing.title();
    }

    private Component back() {
        var list = new RouterLink(getTranslation("nav.announcements"), AnnouncementListView.class);
        list.setId("to-announcements");
        return list;
    }

    private List<Office> offices(People people) {
        return Optional.ofNullable(people.current().tenant())
                .map(Person.Tenant::slug)
                .map(slug -> client.offices(slug).items())
                .orElse(List.of());
    }

    @Override
    public String getPageTitle() {
        return heading();
    }
}
