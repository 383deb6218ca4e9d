package id.satuatap.admin.spbe;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;
import java.util.function.BiConsumer;

/** What is typed stays in the tab until the server has kept it, so that a lost session loses no word. */
@Tag("sa-draft")
@JsModule("context://admin.js")
final class Draft extends Component {

    Draft(String key, BiConsumer<Given, Instant> onOther) {
        getElement().setAttribute("key", key).setAttribute("fields", "fact analysis");
        getElement()
                .addEventListener("sa-draft", event -> {
                    var data = event.getEventData();
                    onOther.accept(
                            new Given(
                                    null,
                                    data.get("event.detail.fact").asString(),
                                    data.get("event.detail.analysis").asString()),
                            Instant.ofEpochMilli(data.get("event.detail.at").asLong()));
                })
                .addEventData("event.detail.fact")
                .addEventData("event.detail.analysis")
                .addEventData("event.detail.at");
    }

    void offerIfOther(Given saved) {
        getElement().callJsFunction("offer", saved.fact(), saved.analysis());
    }

    void forget(Given saved) {
        getElement().callJsFunction("forget", saved.fact(), saved.analysis());
    }

    void drop() {
        getElement().callJsFunction("drop");
    }
}
