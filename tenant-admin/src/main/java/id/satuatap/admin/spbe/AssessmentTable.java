package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.Simulated;
import id.satuatap.admin.shared.Table;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;
import java.util.List;

/** Self-assessments, a line each. */
final class AssessmentTable extends Composite<Table> {

    AssessmentTable(List<Assessment> items) {
        getContent()
                .head(
                        getTranslation("assessments.year"),
                        getTranslation("assessments.instrument"),
                        getTranslation("assessments.progress"),
                        "#" + getTranslation("assessments.index"),
                        getTranslation("assessments.predicate"),
                        getTranslation("assessments.shared"));
        items.forEach(this::add);
    }

    @Override
    protected Table initContent() {
        return Table.stacking("assessments", getTranslation("assessments.caption"))
                .withHiddenCaption();
    }

    private void add(Assessment item) {
        var row = getContent()
                .row(
                        name(item),
                        Table.text(Instrument.shortName(item.instrument())),
                        new Span(getTranslation("assessments.answered", item.answered(), item.total())),
                        Table.text(Formats.current().index(item.score().index())),
                        item.score().complete()
                                ? Predicates.badge(item.score().predicate())
                                : Table.text(getTranslation("score.not-complete")),
                        Table.text(shared(item)));
        row.setId("assessment-" + item.id());
        Table.number(row, 3);
    }

    private String shared(Assessment item) {
        return item.sharedAt() == null
                ? getTranslation("assessments.not-shared")
                : Formats.current().dateTime(item.sharedAt());
    }

    private Component name(Assessment item) {
        var path = AssessmentListView.path(item.id());
        var link = new Anchor(path, getTranslation("assessments.of-year", String.valueOf(item.year())));
        link.setId("open-" + item.id());
        var cell = new Div(link);
        cell.addClassName("admin-inline");
        if (item.simulated()) {
            cell.add(new Simulated());
        }
        return cell;
    }
}
