package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.EmptyState;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;
import id.satuatap.servlet.core.People;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;

/** The tenant's self-assessments, newest first. */
@PermitAll
@Needs("assessment:read")
@Route("penilaian")
class AssessmentListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final AssessmentClient client;
    private final Instruments instruments;
    private final People people;

    AssessmentListView(AssessmentClient client, Instruments instruments, People people) {
        this.client = client;
        this.instruments = instruments;
        this.people = people;
        addClassName("admin-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var items = client.list().items().stream()
                .sorted(Comparator.comparingInt(Assessment::year)
                        .thenComparing(Assessment::createdAt)
                        .reversed())
                .toList();
        var mayStart = people.current().may("assessment:create");
        var head = new PageHead(getTranslation("assessments.title", items.size()));
        if (mayStart) {
            head = new PageHead(getTranslation("assessments.title", items.size()), startButton());
        }
        add(head, items.isEmpty() ? empty(mayStart) : new AssessmentTable(items));
    }

    private Button startButton() {
        return Buttons.primary(
                "start-assessment",
                getTranslation("assessments.start"),
                () -> new StartDialog(instruments.list(), client, AssessmentListView::open).open());
    }

    private Component empty(boolean mayStart) {
        return new EmptyState(
                "assessments-empty",
                getTranslation("assessments.empty.title"),
                getTranslation(mayStart ? "assessments.empty.start" : "assessments.empty.wait"));
    }

    private static void open(Assessment started) {
        UI.getCurrentOrThrow().navigate(path(started.id()));
    }

    static String path(String assessment) {
        return "penilaian/" + assessment;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.assessments");
    }
}
