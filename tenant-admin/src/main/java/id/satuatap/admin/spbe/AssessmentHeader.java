package id.satuatap.admin.spbe;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Notice;
import id.satuatap.admin.shared.Simulated;
import id.satuatap.admin.spbe.AssessmentClient.Assessment;
import id.satuatap.servlet.session.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which assessment this is, whether the province has a copy, and the button that gives it one. */
final class AssessmentHeader extends Header {

    private final Assessing assessing;
    private final Assessment assessment;
    private final Span shared = new Span();

    AssessmentHeader(Assessing assessing, Assessment assessment, Instrument instrument, Person person) {
        this.assessing = assessing;
        this.assessment = assessment;
        addClassName("admin-crumbs");
        var back = new Anchor("penilaian", getTranslation("nav.assessments"));
        back.setId("back-to-assessments");
        add(
                back,
                span("admin-crumb-here", getTranslation("assessments.of-year", String.valueOf(assessment.year()))),
                span("sa-source", instrument.regulation()));
        if (instrument.provisional()) {
            add(span("sa-chip", getTranslation("instrument.provisional")));
        }
        if (assessment.simulated()) {
            add(new Simulated());
        }
        addSharing(person);
    }

    private static Span span(String style, String text) {
        var span = new Span(text);
        span.addClassName(style);
        return span;
    }

    private void addSharing(Person person) {
        shared.setId("shared-at");
        shared.addClassName("sa-source");
        showShared(assessment.sharedAt());
        add(shared);
        if (person.may("assessment:share")) {
            add(shareButton());
        }
    }

    private Button shareButton() {
        var share = Buttons.primary(
                "share",
                getTranslation("share.button"),
                () -> new ShareDialog(assessing.get(assessment.id()), this::share).open());
        share.addThemeVariants(ButtonVariant.LUMO_SMALL);
        share.addClassName("admin-right");
        return share;
    }

    private void share() {
        var done = assessing.share(assessment.id());
        showShared(done.sharedAt());
        Notice.done(getTranslation("share.done", done.province().name()));
    }

    private void showShared(@Nullable Instant at) {
        shared.setText(
                at == null
                        ? getTranslation("assessments.not-shared")
                        : getTranslation("share.shared-at", Formats.current().dateTime(at)));
    }
}
