package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.html.Div;
import id.satuatap.admin.controlroom.ControlRoomClient.ControlRoom;
import id.satuatap.admin.shared.Formats;
import id.satuatap.admin.shared.Markup;
import org.jsoup.nodes.Element;

/** The figures that answer first: the mean of the official indices, and how many rose and fell. */
final class Headline extends Div {

    Headline(ControlRoom room) {
        setId("headline");
        addClassName("admin-headline");
        var content = Markup.begin();
        figure(content.appendElement("div").addClass("admin-headline-figure"), room);
        line(content, "span", "moves", moves(room));
        line(
                content,
                "span",
                "shared-count",
                getTranslation("control.shared-count", room.shared().size()));
        line(content, "p", "source", source(room)).addClass("sa-source");
        Markup.show(this, content);
    }

    private static Element line(Element content, String tag, String id, String text) {
        return content.appendElement(tag).attr("id", id).text(text);
    }

    private String moves(ControlRoom room) {
        return room.previousYear() == null
                ? getTranslation("control.no-previous")
                : getTranslation("control.moves", room.risen(), room.equal(), room.fallen());
    }

    private String source(ControlRoom room) {
        var source = room.source();
        return source == null
                ? getTranslation("not-loaded")
                : getTranslation("control.source", source.title(), String.valueOf(room.year()));
    }

    private void figure(Element place, ControlRoom room) {
        var formats = Formats.current();
        var average = room.average();
        place.appendElement("span").attr("id", "average").addClass("sa-figure").text(formats.index(average.index()));
        place.appendElement("span")
                .text(getTranslation(
                        "control.average", average.count(), room.regencies().size(), String.valueOf(room.year())));
        if (average.index() != null && average.previous() != null) {
            place.appendElement("span")
                    .attr("id", "average-change")
                    .addClass("admin-strong")
                    .text(getTranslation(
                            "control.average.change",
                            formats.change(average.index().subtract(average.previous())),
                            String.valueOf(room.previousYear())));
        }
    }
}
