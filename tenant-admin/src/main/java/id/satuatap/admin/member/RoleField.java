package id.satuatap.admin.member;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;

/** To choose a role, with the way to what it may do beside it: in another tab, so that nothing typed is lost. */
final class RoleField extends Div {

    private final Select<String> role = new Select<>();
    private final Anchor explanation = new Anchor();

    RoleField(String id, List<String> roles) {
        role.setId(id);
        role.setLabel(getTranslation("members.role"));
        role.setItems(roles);
        role.setItemLabelGenerator(key -> getTranslation("role." + key));
        role.setErrorMessage(getTranslation("invite.role.fault"));
        role.setWidthFull();
        role.addValueChangeListener(event -> explain());
        explanation.setId(id + "-explained");
        explanation.setTarget(AnchorTarget.BLANK);
        explanation.getElement().setAttribute("router-ignore", true);
        explain();
        add(role, explanation);
    }

    void choose(String key) {
        if (role.getListDataView().contains(key)) {
            role.setValue(key);
        }
    }

    /** What the choice brings with it. */
    void addEffect(String sentence) {
        add(new Paragraph(sentence));
    }

    /** Empty when none was chosen. */
    String value() {
        return role.isEmpty() ? "" : role.getValue();
    }

    /** Says that one has to be chosen, and goes there; false when one was. */
    boolean isMissing() {
        role.setInvalid(role.isEmpty());
        if (role.isEmpty()) {
            role.focus();
        }
        return role.isEmpty();
    }

    private void explain() {
        explanation.setHref(RolesView.address(value()));
        explanation.setText(
                role.isEmpty()
                        ? getTranslation("roles.all-explained")
                        : getTranslation("roles.explained", getTranslation("role." + value())));
    }
}
