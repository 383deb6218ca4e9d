package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.session.People;
import id.satuatap.admin.shared.EmptyState;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.shared.PageHead;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.Simulated;
import id.satuatap.admin.shared.Table;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;

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
        add(head, items.isEmpty() ? empty(mayStart) : table(items));
    }

    private Button startButton() {
        var start = new Button(
                getTranslation("assessments.start"),
                event -> new StartDialog(instruments.list(), client, AssessmentListView::open).open());
        start.setId("start-assessment");
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return start;
    }

    private Component empty(boolean mayStart) {
        return new EmptyState(
                "assessments-empty",
                getTranslation("assessments.empty.title"),
                getTranslation(mayStart ? "assessments.empty.start" : "assessments.empty.wait"));
    }

    private Component table(List<Assessment> items) {
        var formats = Formats.current();
        var table = Table.stacking("assessments", getTranslation("assessments.caption"))
                .withHiddenCaption()
                .head(
                        getTranslation("assessments.year"),
                        getTranslation("assessments.instrument"),
                        getTranslation("assessments.progress"),
                        "#" + getTranslation("assessments.index"),
                        getTranslation("assessments.predicate"),
                        getTranslation("assessments.shared"));
        for (var item : items) {
            var row = table.row(
                    name(item),
                    Table.text(Instrument.shortName(item.instrument())),
                    progress(item),
                    Table.text(formats.index(item.score().index())),
                    item.score().complete()
                            ? Predicates.badge(item.score().predicate())
                            : Table.text(getTranslation("score.not-complete")),
                    Table.text(
                            item.sharedAt() == null
                                    ? getTranslation("assessments.not-shared")
                                    : formats.dateTime(item.sharedAt())));
            row.setId("assessment-" + item.id());
            Table.number(row, 3);
        }
        return table;
    }

    private Component name(Assessment item) {
        var link = new Anchor(path(item.id()), getTranslation("assessments.of-year", String.valueOf(item.year())));
        link.setId("open-" + item.id());
        var cell = new Div(link);
        cell.addClassName("admin-inline");
        if (item.simulated()) {
            cell.add(new Simulated());
        }
        return cell;
    }

    private Component progress(Assessment item) {
        return new Span(getTranslation("assessments.answered", item.answered(), item.total()));
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
