package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.shared.Formats;

/** The figures that answer first: the mean of the official indices, and how many rose and fell. */
final class Headline extends Div {

    Headline(ControlRoom room) {
        setId("headline");
        addClassName("admin-headline");
        var formats = Formats.current();
        var average = room.average();
        var index = new Span(formats.index(average.index()));
        index.setId("average");
        index.addClassName("sa-figure");
        var what = new Span(getTranslation(
                "control.average", average.count(), room.regencies().size(), String.valueOf(room.year())));
        var figure = new Div(index, what);
        if (average.index() != null && average.previous() != null) {
            var change = new Span(getTranslation(
                    "control.average.change",
                    formats.change(average.index().subtract(average.previous())),
                    String.valueOf(room.previousYear())));
            change.setId("average-change");
            change.addClassName("admin-strong");
            figure.add(change);
        }
        figure.addClassName("admin-headline-figure");
        add(figure, moves(room), shared(room), source(room));
    }

    private Span moves(ControlRoom room) {
        var moves = new Span(
                room.previousYear() == null
                        ? getTranslation("control.no-previous")
                        : getTranslation("control.moves", room.risen(), room.equal(), room.fallen()));
        moves.setId("moves");
        return moves;
    }

    private Span shared(ControlRoom room) {
        var shared =
                new Span(getTranslation("control.shared-count", room.shared().size()));
        shared.setId("shared-count");
        return shared;
    }

    private Paragraph source(ControlRoom room) {
        var source = room.source();
        var line = new Paragraph(
                source == null
                        ? getTranslation("not-loaded")
                        : getTranslation("control.source", source.title(), String.valueOf(room.year())));
        line.setId("source");
        line.addClassName("sa-source");
        return line;
    }
}
