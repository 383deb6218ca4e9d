package id.satuatap.admin.member;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import id.satuatap.admin.member.MemberClient.Member;

/** Ending a membership can't be undone, so the name is typed first. */
final class EndDialog extends Dialog {

    EndDialog(Member member, Runnable onEnd) {
        setId("end-dialog");
        setHeaderTitle(getTranslation("members.end-of", member.shownName()));
        setWidth("min(32rem, 94vw)");
        var typed = new TextField(getTranslation("end.type", member.shownName()));
        typed.setId("end-typed");
        typed.setWidthFull();
        typed.setValueChangeMode(ValueChangeMode.EAGER);
        var cancel = new Button(getTranslation("cancel"), event -> close());
        cancel.setId("end-cancel");
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var end = new Button(getTranslation("end.confirm"), event -> {
            close();
            onEnd.run();
        });
        end.setId("end-confirm");
        end.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        end.setEnabled(false);
        typed.addValueChangeListener(
                event -> end.setEnabled(typed.getValue().strip().equals(member.shownName())));
        add(new Paragraph(getTranslation("end.text")), typed);
        getFooter().add(cancel, end);
    }
}
