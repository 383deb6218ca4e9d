package id.satuatap.admin.spbe;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.shared.Needs;
import id.satuatap.admin.spbe.AssessmentClient.Row;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;

/** An assessment opens at the first indicator that still lacks something. */
@PermitAll
@Needs("assessment:read")
@Route("penilaian/:assessment")
class OpenAssessmentView extends Div implements BeforeEnterObserver {

    private final AssessmentClient client;

    OpenAssessmentView(AssessmentClient client) {
        this.client = client;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var assessment = event.getRouteParameters().get("assessment").orElseThrow();
        var rows = client.rows(assessment).items();
        var first = rows.stream()
                .filter(row -> !row.isDone())
                .min(Comparator.comparingInt(Row::no))
                .or(() -> rows.stream().findFirst())
                .map(Row::no)
                .orElse(1);
        event.forwardTo(IndicatorView.path(assessment, first));
    }
}
