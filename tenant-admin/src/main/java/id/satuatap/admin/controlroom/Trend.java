package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.controlroom.ControlRoomClient.Step;
import id.satuatap.admin.shared.Buttons;
import id.satuatap.admin.shared.CsvFile;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Markup;
import id.satuatap.admin.shared.MarkupTable;
import id.satuatap.admin.shared.SaChart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Official indices over the years: chart, the same figures as a table, and both to take along. */
final class Trend extends Section {

    private final ControlRoom room;
    private final List<Integer> years;

    Trend(ControlRoom room, @Nullable String selected) {
        this.room = room;
        this.years = TrendChart.years(room);
        setId("trend-section");
        var chart = new SaChart("trend", getTranslation("control.trend.label"), 320);
        chart.setOption(new TrendChart(room).option(selected));
        var head = new Div(new H2(getTranslation("control.trend")), downloads(chart));
        head.addClassName("admin-head");
        var note = new Paragraph(getTranslation("control.trend.note"));
        note.addClassName("sa-source");
        var figures = new Div();
        Markup.show(figures, table(selected));
        var pair = new Div(chart, figures);
        pair.addClassName("admin-pair");
        add(head, note, pair);
    }

    private Div downloads(SaChart chart) {
        var name = "spbe-" + room.province().code();
        var png = Buttons.quiet("trend-png", getTranslation("download.png"), () -> chart.download(name + ".png"));
        png.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var csv = new Anchor(CsvFile.download(name + ".csv", this::csv), getTranslation("download.csv"));
        csv.setId("trend-csv");
        csv.getElement().setAttribute("download", true).setAttribute("router-ignore", true);
        var downloads = new Div(png, csv);
        downloads.addClassNames("admin-inline", "admin-downloads");
        return downloads;
    }

    private Element table(@Nullable String selected) {
        var formats = Formats.current();
        var headings = new ArrayList<String>();
        headings.add(getTranslation("control.regency"));
        years.forEach(year -> headings.add("#" + year));
        var content = Markup.begin();
        var table = MarkupTable.scrolling(content, "trend-table", getTranslation("control.trend.caption"))
                .withHiddenCaption()
                .head(headings);
        for (var regency : room.regencies()) {
            var row = table.row().text(regency.plainName());
            if (regency.code().equals(selected)) {
                row.element().addClass("sa-selected");
            }
            years.forEach(year -> row.number(formats.index(index(regency, year))));
        }
        return content;
    }

    private static @Nullable BigDecimal index(Regency regency, int year) {
        return regency.history().stream()
                .filter(step -> step.year() == year)
                .map(Step::index)
                .findFirst()
                .orElse(null);
    }

    /** As the reader writes figures; every row says where it comes from. */
    private CsvFile csv() {
        var source = room.source();
        var formats = Formats.current();
        var file = new CsvFile()
                .row(
                        getTranslation("trend.csv.code"),
                        getTranslation("trend.csv.name"),
                        getTranslation("trend.csv.year"),
                        getTranslation("trend.csv.index"),
                        getTranslation("trend.csv.instrument"),
                        getTranslation("trend.csv.kind"),
                        getTranslation("trend.csv.source"));
        for (var regency : room.regencies()) {
            for (var step : regency.history()) {
                file.row(
                        regency.code(),
                        regency.name(),
                        String.valueOf(step.year()),
                        formats.index(step.index()),
                        step.instrument(),
                        getTranslation("trend.csv.official"),
                        source == null || step.year() != room.year() ? "" : source.title());
            }
        }
        return file;
    }
}
