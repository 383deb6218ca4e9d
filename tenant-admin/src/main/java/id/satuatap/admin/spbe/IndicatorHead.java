package id.satuatap.admin.spbe;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.shared.Formats;

/** Which indicator is open, how much it weighs, and whether one may answer it. */
final class IndicatorHead extends Div {

    IndicatorHead(AssessmentPage page, Instrument.Indicator indicator) {
        var place = new Span(getTranslation(
                "indicator.place",
                indicator.no(),
                page.instrument().indicators().size(),
                Formats.current().weight(indicator.weight())));
        place.setId("indicator-place");
        place.addClassName("sa-source");
        var title = new H1(indicator.name());
        title.setId("indicator-name");
        add(place, title);
        if (page.isReadOnly()) {
            add(readOnly());
        }
    }

    private Paragraph readOnly() {
        var readOnly = new Paragraph(getTranslation("indicator.read-only"));
        readOnly.setId("read-only");
        readOnly.addClassName("sa-notice");
        return readOnly;
    }
}
