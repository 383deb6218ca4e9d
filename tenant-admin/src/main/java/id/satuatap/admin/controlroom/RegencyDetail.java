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
import id.satuatap.admin.shared.Predicates;
import id.satuatap.admin.shared.Table;
import id.satuatap.admin.spbe.Instrument;
import java.util.Comparator;
import java.util.Optional;

/** One regency: its official result of the year by domain, and its history with what each was measured by. */
final class RegencyDetail extends Section {

    RegencyDetail(ControlRoom room, Regency regency, Optional<Instrument> instrument, Runnable onClose) {
        setId("regency-detail");
        addClassName("admin-detail");
        var formats = Formats.current();
        var title = new H2(regency.name());
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> onClose.run());
        close.setId("regency-detail-close");
        close.setAriaLabel(getTranslation("close"));
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var head = new Div(title, close);
        head.addClassName("admin-head");
        var index = new Span(formats.index(regency.index()));
        index.addClassName("sa-figure");
        var figure = new Div(
                index,
                Predicates.badge(regency.predicate()),
                new Span(getTranslation("control.official", String.valueOf(room.year()))),
                new Span(formats.change(regency.change())));
        figure.addClassName("admin-headline-figure");
        var columns = new Div(domains(regency, instrument), history(regency));
        columns.addClassName("sa-columns");
        var source = room.source();
        var line = new Paragraph(
                source == null
                        ? getTranslation("not-loaded")
                        : getTranslation("control.source", source.title(), String.valueOf(room.year())));
        line.addClassName("sa-source");
        add(head, figure, columns, line);
    }

    private Table domains(Regency regency, Optional<Instrument> instrument) {
        var formats = Formats.current();
        var table = Table.scrolling("regency-domains", getTranslation("control.domains"))
                .head(getTranslation("control.domain"), "#" + getTranslation("control.index"));
        var values = regency.domains();
        if (values != null) {
            values.entrySet().stream()
                    .sorted(java.util.Map.Entry.comparingByKey())
                    .forEach(value -> Table.number(
                            table.row(
                                    Table.text(HeatTable.name(value.getKey(), instrument)),
                                    Table.text(formats.index(value.getValue()))),
                            1));
        }
        return table;
    }

    private Table history(Regency regency) {
        var formats = Formats.current();
        var table = Table.scrolling("regency-history", getTranslation("control.history"))
                .head(
                        getTranslation("assessments.year"),
                        "#" + getTranslation("control.index"),
                        getTranslation("control.measured-by"),
                        getTranslation("control.history.source"));
        regency.history().stream()
                .sorted(Comparator.comparingInt(Step::year).reversed())
                .forEach(step -> Table.number(
                        table.row(
                                Table.text(String.valueOf(step.year())),
                                Table.text(formats.index(step.index())),
                                Table.text(Instrument.shortName(step.instrument())),
                                Table.text(step.source() == null ? getTranslation("not-loaded") : step.source())),
                        1));
        return table;
    }
}
