package id.satuatap.admin.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.ArrayList;
import java.util.List;

/** A plain table in a frame that scrolls sideways on a narrow screen. First cell of a row is its heading. */
public final class Table extends Div {

    private final NativeTable table = new NativeTable();
    private final List<String> headings = new ArrayList<>();
    private final boolean stacks;

    private Table(String id, String caption, boolean stacks) {
        this.stacks = stacks;
        addClassName("sa-table-frame");
        table.addClassName("sa-table");
        table.setId(id);
        table.setCaptionText(caption);
        if (stacks) {
            table.addClassName("admin-stacks");
        } else {
            getElement()
                    .setAttribute("tabindex", "0")
                    .setAttribute("role", "region")
                    .setAttribute("aria-label", caption);
        }
        add(table);
    }

    /** Scrolls sideways where it is too wide. */
    public static Table scrolling(String id, String caption) {
        return new Table(id, caption, false);
    }

    /** Becomes a list of cards where it is too wide. */
    public static Table stacking(String id, String caption) {
        return new Table(id, caption, true);
    }

    /** The caption is for screen readers only: the title is on the screen already. */
    public Table withHiddenCaption() {
        table.getCaption().addClassName("sa-hidden");
        return this;
    }

    /** Headings from left to right; one that begins with {@code #} stands over figures. */
    public Table head(String... texts) {
        var row = table.getHead().addRow();
        for (var text : texts) {
            var isNumber = text.startsWith("#");
            var shown = isNumber ? text.substring(1) : text;
            headings.add(shown);
            var cell = row.addHeaderCell();
            cell.getElement().setAttribute("scope", "col");
            cell.setText(shown);
            if (isNumber) {
                cell.addClassName("sa-number");
            }
        }
        return this;
    }

    public NativeTableRow row(Component... cells) {
        var row = table.getBody().addRow();
        for (int column = 0; column < cells.length; column++) {
            if (column == 0) {
                var heading = row.addHeaderCell();
                heading.getElement().setAttribute("scope", "row");
                heading.add(cells[0]);
            } else {
                var cell = row.addDataCell();
                cell.add(cells[column]);
                if (stacks) {
                    cell.getElement().setAttribute("data-heading", headings.get(column));
                }
            }
        }
        return row;
    }

    public void clear() {
        table.getBody().removeAllRows();
    }

    public static Component text(String text) {
        return new Text(text);
    }

    public static void number(NativeTableRow row, int... columns) {
        var cells = row.getChildren().toList();
        for (var column : columns) {
            switch (cells.get(column)) {
                case NativeTableCell cell -> cell.addClassName("sa-number");
                case NativeTableHeaderCell cell -> cell.addClassName("sa-number");
                default -> {}
            }
        }
    }
}
