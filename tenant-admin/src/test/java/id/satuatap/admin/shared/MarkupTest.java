package id.satuatap.admin.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class MarkupTest {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> & \"'>";

    @Test
    void a_table_of_markup_is_the_table_of_components() {
        var components = Table.stacking("t", "Tabel ▲").withHiddenCaption().head("Daerah", "#Indeks", "Predikat");
        var first = components.row(Table.text("Kota Lain"), Table.text("3,12"), Predicates.badge("Baik"));
        first.setId("row-1");
        Table.number(first, 1);

        var place = Markup.begin();
        var markup = MarkupTable.stacking(place, "t", "Tabel ▲")
                .withHiddenCaption()
                .head(List.of("Daerah", "#Indeks", "Predikat"));
        var row = markup.row().text("Kota Lain").number("3,12");
        Predicates.badge(row.cell(), "Baik");
        row.element().attr("id", "row-1");

        assertThat(shape(shown(place))).isEqualTo(shape(components.getElement().getOuterHTML()));
    }

    @Test
    void a_frame_that_scrolls_can_be_reached_by_keyboard_and_has_a_name() {
        var components = Table.scrolling("t", "Tabel").head("Daerah");
        components.row(Table.text("Lebong"));

        var place = Markup.begin();
        MarkupTable.scrolling(place, "t", "Tabel").head(List.of("Daerah")).row().text("Lebong");

        assertThat(shape(shown(place))).isEqualTo(shape(components.getElement().getOuterHTML()));
    }

    @Test
    void words_and_attributes_stay_words() {
        var place = Markup.begin();
        MarkupTable.scrolling(place, HOSTILE, HOSTILE)
                .head(List.of(HOSTILE))
                .row()
                .text(HOSTILE);
        Predicates.badge(place, HOSTILE);

        var read = Jsoup.parseBodyFragment(shown(place));

        assertThat(read.select("img")).isEmpty();
        assertThat(read.select("td, th, caption, .sa-predicate").eachText()).containsOnly(HOSTILE);
        assertThat(read.select("table").attr("id")).isEqualTo(HOSTILE);
        assertThat(read.select("[role=region]").attr("aria-label")).isEqualTo(HOSTILE);
    }

    private static String shown(Element place) {
        var component = new Div();
        Markup.show(component, place);
        return component.getElement().getProperty("innerHTML");
    }

    /** Elements, attributes and words, without what browsers do not see. */
    private static String shape(String html) {
        return shape(Jsoup.parseBodyFragment(html).body());
    }

    private static String shape(Element element) {
        var attributes = new TreeMap<String, String>();
        element.attributes().forEach(one -> attributes.put(one.getKey(), one.getValue()));
        return element.tagName()
                + attributes
                + element.ownText()
                + element.children().stream().map(MarkupTest::shape).collect(Collectors.toList());
    }
}
