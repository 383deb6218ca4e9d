package id.satuatap.admin.spbe;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.shared.Needs;
import id.satuatap.servlet.core.People;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** One indicator of one assessment. Going to the next one keeps what is known of the assessment. */
@PermitAll
@Needs("assessment:read")
@Route("penilaian/:assessment/indikator/:no([0-9]{1,3})")
class IndicatorView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Assessing assessing;
    private final People people;
    private @Nullable AssessmentPage page;

    IndicatorView(Assessing assessing, People people) {
        this.assessing = assessing;
        this.people = people;
        addClassNames("admin-page", "admin-indicator-page");
    }

    static String path(String assessment, int no) {
        return "penilaian/" + assessment + "/indikator/" + no;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var assessment = event.getRouteParameters().get("assessment").orElseThrow();
        var no = event.getRouteParameters().getInteger("no").orElseThrow();
        var open = page;
        if (open == null || !open.isOf(assessment)) {
            open = new AssessmentPage(assessing, assessment, people.current());
            page = open;
            removeAll();
            add(open);
        }
        open.show(no);
    }

    @Override
    public String getPageTitle() {
        return page == null ? "" : page.title();
    }
}
