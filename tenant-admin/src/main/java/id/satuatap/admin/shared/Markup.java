package id.satuatap.admin.shared;

import com.vaadin.flow.component.Component;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Parts of a page that are only read, kept as one text of HTML: a component for each word costs every session that has
 * the page open about 1 kB. It is written as a tree, so that every word in it is escaped.
 */
public final class Markup {

    /** On a button within the markup: what picking it means. */
    public static final String PICK = "data-pick";

    private static final String PICKED = "event.target.closest('[" + PICK + "]')";
    private static final String PICKED_VALUE = PICKED + ".getAttribute('" + PICK + "')";

    private Markup() {}

    /** A place for elements, itself never shown. In ASCII: one "▲" would double what the whole answer takes in memory. */
    public static Element begin() {
        var document = new Document("");
        document.outputSettings().prettyPrint(false).charset(StandardCharsets.US_ASCII);
        return document.appendElement("body");
    }

    /** Shows what was written as the content of this component, which has no children of its own. */
    public static void show(Component component, Element written) {
        component.getElement().setProperty("innerHTML", written.html());
    }

    /** Hears of all buttons within this component that carry {@link #PICK}. */
    public static void onPick(Component component, Consumer<String> listener) {
        component
                .getElement()
                .addEventListener(
                        "click",
                        event -> listener.accept(
                                event.getEventData().get(PICKED_VALUE).asString()))
                .setFilter(PICKED + " != null")
                .addEventData(PICKED_VALUE);
    }
}
