package id.satuatap.admin.member;

import com.vaadin.flow.component.button.Button;

/** Puts a link on the clipboard and says so. */
final class CopyButton extends Button {

    CopyButton(String id, String text) {
        setId(id);
        setText(getTranslation("invite.copy"));
        addClickListener(event -> setText(getTranslation("invite.copied")));
        getElement().executeJs("this.addEventListener('click', () => navigator.clipboard?.writeText($0))", text);
    }
}
