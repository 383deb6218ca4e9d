package id.satuatap.admin.shared;

import com.vaadin.flow.component.html.Span;

/** The mark without which no invented figure is shown. The words are the same in every language. */
public final class Simulated extends Span {

    public static final String WORDS = "DATA SIMULASI";

    public Simulated() {
        super(WORDS);
        addClassName("sa-simulated");
    }
}
