package id.satuatap.admin.member;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import id.satuatap.admin.member.MemberClient.Member;
import java.util.List;
import java.util.function.Consumer;

/** Gives a member another role. */
final class RoleDialog extends Dialog {

    RoleDialog(Member member, List<String> roles, Consumer<String> onChange) {
        setId("role-dialog");
        setHeaderTitle(getTranslation("members.change-of", member.shownName()));
        setWidth("min(28rem, 94vw)");
        var role = new Select<String>();
        role.setId("role-select");
        role.setLabel(getTranslation("members.role"));
        role.setItems(roles);
        role.setItemLabelGenerator(code -> getTranslation("role." + code));
        if (roles.contains(member.role())) {
            role.setValue(member.role());
        }
        role.setWidthFull();
        add(role, new Paragraph(getTranslation("members.change.effect")));
        var cancel = new Button(getTranslation("cancel"), event -> close());
        cancel.setId("role-cancel");
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var save = new Button(getTranslation("members.change"), event -> {
            close();
            if (role.getValue() != null && !role.getValue().equals(member.role())) {
                onChange.accept(role.getValue());
            }
        });
        save.setId("role-save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, save);
    }
}
