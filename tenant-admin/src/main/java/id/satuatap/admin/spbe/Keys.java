package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.function.Consumer;

/** Single keys of a page, heard only while nothing is typed and no dialog is open. {@code e} opens the file chooser. */
@Tag("sa-keys")
@JsModule("context://admin.js")
final class Keys extends Component {

    Keys(Consumer<String> onKey) {
        getElement().setAttribute("keys", "j k 1 2 3 4 5 ?").setAttribute("chooser", "evidence-upload");
        getElement()
                .addEventListener(
                        "sa-key",
                        event -> onKey.accept(
                                event.getEventData().get("event.detail.key").asString()))
                .addEventData("event.detail.key");
    }
}
