package id.satuatap.admin.shared;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;

/** Buttons as all screens have them, each with an id. */
public final class Buttons {

    private Buttons() {}

    /** The one that is meant to be pressed. */
    public static Button primary(String id, String text, Runnable onClick) {
        return button(id, text, onClick, ButtonVariant.LUMO_PRIMARY);
    }

    /** The primary one of something that is sent: pressed twice, it is sent once. Who sends enables it again. */
    public static Button once(String id, String text, Runnable onClick) {
        var button = primary(id, text, onClick);
        button.setDisableOnClick(true);
        return button;
    }

    /** One beside it. */
    public static Button quiet(String id, String text, Runnable onClick) {
        return button(id, text, onClick, ButtonVariant.LUMO_TERTIARY);
    }

    /** Small, in a line of text or above a table. */
    public static Button small(String id, String text, Runnable onClick) {
        return button(id, text, onClick, ButtonVariant.LUMO_SMALL);
    }

    /** Closes a dialog without doing anything. */
    public static Button cancel(String id, Dialog dialog) {
        return quiet(id, dialog.getTranslation("cancel"), dialog::close);
    }

    private static Button button(String id, String text, Runnable onClick, ButtonVariant variant) {
        var button = new Button(text, event -> onClick.run());
        button.setId(id);
        button.addThemeVariants(variant);
        return button;
    }
}
