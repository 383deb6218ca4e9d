package id.satuatap.admin.spbe;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What the instrument says of an indicator, as far as it says anything. */
final class IndicatorFacts extends Div {

    IndicatorFacts(Instrument.Indicator indicator) {
        addClassName("admin-facts");
        fact("indicator.scope", indicator.scope());
        fact("indicator.evidence", indicator.evidence());
        fact("indicator.owner", indicator.owner());
    }

    private void fact(String label, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            var name = new Span(getTranslation(label) + ": ");
            name.addClassName("admin-strong");
            add(new Paragraph(name, new Span(text)));
        }
    }
}
