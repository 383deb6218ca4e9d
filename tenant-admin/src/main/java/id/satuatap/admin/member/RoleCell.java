package id.satuatap.admin.member;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** A role, leading to what it may do, and the office it is held for. */
final class RoleCell extends Div {

    private RoleCell() {
        addClassName("admin-lines");
    }

    static RoleCell of(String role, String office) {
        var cell = new RoleCell();
        var name = cell.getTranslation("role." + role);
        var link = new RouterLink(name, RolesView.class);
        link.setQueryParameters(RolesView.parameters(role));
        link.getElement().setAttribute("aria-label", cell.getTranslation("roles.link", name));
        cell.add(link);
        if (!office.isEmpty()) {
            var place = new Span(office);
            place.addClassName("sa-source");
            cell.add(place);
        }
        return cell;
    }
}
