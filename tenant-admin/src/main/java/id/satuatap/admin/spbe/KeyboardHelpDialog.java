package id.satuatap.admin.spbe;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;

/** The keys of the indicator page. */
final class KeyboardHelpDialog extends Dialog {

    KeyboardHelpDialog() {
        setId("keyboard-help");
        setHeaderTitle(getTranslation("keys.title"));
        var list = new DescriptionList();
        list.addClassName("admin-keys");
        for (var key : new String[] {"j", "k", "level", "e", "help"}) {
            list.add(
                    new DescriptionList.Term(getTranslation("keys." + key + ".key")),
                    new DescriptionList.Description(getTranslation("keys." + key)));
        }
        add(list);
        var close = new Button(getTranslation("close"), event -> close());
        close.setId("keyboard-help-close");
        getFooter().add(close);
    }
}
