package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.controlroom.ControlRoomClient.Regency;
import id.satuatap.admin.controlroom.ControlRoomClient.Step;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Markup;
import id.satuatap.admin.shared.MarkupTable;
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.spbe.Instrument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** One regency: its official result of the year by domain, and its history with what each was measured by. */
final class RegencyDetail extends Section {

    RegencyDetail(ControlRoom room, Regency regency, Optional<Instrument> instrument, Runnable onClose) {
        setId("regency-detail");
        addClassName("admin-detail");
        var tables = Markup.begin();
        domains(tables, regency, instrument);
        history(tables, regency);
        var columns = new Div();
        columns.addClassName("sa-columns");
        Markup.show(columns, tables);
        add(head(regency, onClose), figure(room, regency), columns, source(room));
    }

    private Div head(Regency regency, Runnable onClose) {
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> onClose.run());
        close.setId("regency-detail-close");
        close.setAriaLabel(getTranslation("close"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var head = new Div(new H2(regency.name()), close);
        head.addClassName("admin-head");
        return head;
    }

    private Div figure(ControlRoom room, Regency regency) {
        var formats = Formats.current();
        var index = new Span(formats.index(regency.index()));
        index.addClassName("sa-figure");
        var figure = new Div(
                index,
                Predicates.badge(regency.predicate()),
                new Span(getTranslation("control.official", String.valueOf(room.year()))),
                new Span(formats.change(regency.change())));
        figure.addClassName("admin-headline-figure");
        return figure;
    }

    private Paragraph source(ControlRoom room) {
        var source = room.source();
        var line = new Paragraph(
                source == null
                        ? getTranslation("not-loaded")
                        : getTranslation("control.source", source.title(), String.valueOf(room.year())));
        line.addClassName("sa-source");
        return line;
    }

    private void domains(Element place, Regency regency, Optional<Instrument> instrument) {
        var formats = Formats.current();
        var table = MarkupTable.scrolling(place, "regency-domains", getTranslation("control.domains"))
                .head(List.of(getTranslation("control.domain"), "#" + getTranslation("control.index")));
        var values = regency.domains();
        if (values != null) {
            values.entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(value -> table.row()
                            .text(HeatTable.name(value.getKey(), instrument))
                            .number(formats.index(value.getValue())));
        }
    }

    private void history(Element place, Regency regency) {
        var formats = Formats.current();
        var table = MarkupTable.scrolling(place, "regency-history", getTranslation("control.history"))
                .head(List.of(
                        getTranslation("assessments.year"),
                        "#" + getTranslation("control.index"),
                        getTranslation("control.measured-by"),
                        getTranslation("control.history.source")));
        regency.history().stream()
                .sorted(Comparator.comparingInt(Step::year).reversed())
                .forEach(step -> table.row()
                        .text(String.valueOf(step.year()))
                        .number(formats.index(step.index()))
                        .text(Instrument.shortName(step.instrument()))
                        .text(step.source() == null ? getTranslation("not-loaded") : step.source()));
    }
}
