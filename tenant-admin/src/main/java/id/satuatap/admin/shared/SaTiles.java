package id.satuatap.admin.shared;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** A map of equal tiles, each region at its real place among the others. */
@Tag("sa-tiles")
@JsModule("context://look/sa-tiles.js")
public final class SaTiles extends Component {

    public SaTiles(String id, String label, Consumer<String> onPick) {
        setId(id);
        getElement().setAttribute("aria-label", label);
        getElement()
                .addEventListener(
                        "sa-pick",
                        event -> onPick.accept(
                                event.getEventData().get("event.detail.code").asString()))
                .addEventData("event.detail.code");
    }

    public void setTiles(List<Tile> tiles) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var tile : tiles) {
            array.addObject()
                    .put("code", tile.code())
                    .put("name", tile.name())
                    .put("short", tile.shortName())
                    .put("lat", tile.lat())
                    .put("lng", tile.lng())
                    .put("value", tile.value())
                    .put("predicate", tile.predicate())
                    .put("scale", tile.scale())
                    .put("selected", tile.selected());
        }
        getElement().setProperty("tiles", array.toString()); // as text: the tree would stay in memory, too
    }

    /** One tile; {@code scale} is the step of the predicate's colour, 0 for no value. */
    public record Tile(
            String code,
            String name,
            String shortName,
            double lat,
            double lng,
            @Nullable BigDecimal value,
            @Nullable String predicate,
            int scale,
            boolean selected) {}
}
