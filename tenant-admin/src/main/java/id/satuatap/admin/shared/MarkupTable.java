package id.satuatap.admin.shared;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** What {@link Table} is, for tables that are only read: as {@link Markup}, without a component for each cell. */
public final class MarkupTable {

    private final Element caption;
    private final Element head;
    private final Element body;
    private final List<String> headings = new ArrayList<>();
    private final boolean stacks;

    private MarkupTable(Element place, String id, String captionText, boolean stacks) {
        this.stacks = stacks;
        var frame = place.appendElement("div").addClass("sa-table-frame");
        var table = frame.appendElement("table").addClass("sa-table").attr("id", id);
        if (stacks) {
            table.addClass("admin-stacks");
        } else {
            frame.attr("tabindex", "0").attr("role", "region").attr("aria-label", captionText);
        }
        caption = table.appendElement("caption").text(captionText);
        head = table.appendElement("thead");
        body = table.appendElement("tbody");
    }

    /** Scrolls sideways where it is too wide. */
    public static MarkupTable scrolling(Element place, String id, String caption) {
        return new MarkupTable(place, id, caption, false);
    }

    /** Becomes a list of cards where it is too wide. */
    public static MarkupTable stacking(Element place, String id, String caption) {
        return new MarkupTable(place, id, caption, true);
    }

    /** The caption is for screen readers only: the title is on the screen already. */
    public MarkupTable withHiddenCaption() {
        caption.addClass("sa-hidden");
        return this;
    }

    /** Headings from left to right; one that begins with {@code #} stands over figures. */
    public MarkupTable head(List<String> texts) {
        var row = head.appendElement("tr");
        for (var text : texts) {
            var isNumber = text.startsWith("#");
            var shown = isNumber ? text.substring(1) : text;
            headings.add(shown);
            var cell = row.appendElement("th").attr("scope", "col").text(shown);
            if (isNumber) {
                cell.addClass("sa-number");
            }
        }
        return this;
    }

    public Row row() {
        return new Row(body.appendElement("tr"));
    }

    /** One row, filled from left to right. Its first cell is its heading. */
    public final class Row {

        private final Element row;

        private Row(Element row) {
            this.row = row;
        }

        /** The row itself, for its attributes. */
        public Element element() {
            return row;
        }

        public Element cell() {
            var column = row.childrenSize();
            if (column == 0) {
                return row.appendElement("th").attr("scope", "row");
            }
            var cell = row.appendElement("td");
            return stacks ? cell.attr("data-heading", headings.get(column)) : cell;
        }

        public Row text(String text) {
            cell().text(text);
            return this;
        }

        public Row number(String text) {
            cell().addClass("sa-number").text(text);
            return this;
        }
    }
}
