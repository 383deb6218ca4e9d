package id.satuatap.admin.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import tools.jackson.databind.node.ObjectNode;

/** One chart. What it shows is also in a table beside it. */
@Tag("sa-chart")
@JsModule("context://look/sa-chart.js")
public final class SaChart extends Component {

    public SaChart(String id, String label, int height) {
        setId(id);
        getElement().setAttribute("aria-label", label).setAttribute("decimals", "2");
        getElement().getStyle().set("height", height + "px");
    }

    /** An option of ECharts; {@code "var(--sa-…)"} in it is a colour of ours. */
    public void setOption(ObjectNode option) {
        getElement().setProperty("option", option.toString()); // as text: the tree would stay in memory, too
    }

    public void download(String file) {
        getElement().callJsFunction("download", file);
    }
}
