package id.satuatap.admin.member;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.satuatap.admin.member.MemberClient.Member;
import id.satuatap.admin.shared.AskDialog;

/** Ending a membership can't be undone, so the name is typed first. */
final class EndDialog extends AskDialog {

    EndDialog(Member member) {
        super("end");
        var name = member.shownName();
        var typed = new TextField(getTranslation("end.type", name));
        typed.setId("end-typed");
        typed.setWidthFull();
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        typed.addValueChangeListener(
                event -> confirm().setEnabled(typed.getValue().strip().equals(name)));
        addComponentAsFirst(typed);
        asking(getTranslation("end.title", name), getTranslation("end.confirm"), getTranslation("end.text"));
        confirm().addThemeVariants(ButtonVariant.LUMO_ERROR);
        confirm().setEnabled(false);
    }
}
