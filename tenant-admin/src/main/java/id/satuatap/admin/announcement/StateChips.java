package id.satuatap.admin.announcement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import id.satuatap.admin.announcement.AnnouncementClient.State;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters the list by state: all, or one of them. */
final class StateChips extends Div {

    private final Map<String, NativeButton> chips = new HashMap<>();

    StateChips() {
        addClassName("admin-filters");
        var group = new Div(chip(null));
        group.addClassName("sa-chips");
        group.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("announcements.state"));
        for (var state : State.values()) {
            group.add(chip(state));
        }
        add(group);
    }

    void show(@Nullable State shown) {
        chips.forEach(
                (key, chip) -> chip.getElement().setAttribute("aria-pressed", String.valueOf(key.equals(key(shown)))));
    }

    private NativeButton chip(@Nullable State state) {
        var chip = new NativeButton(
                getTranslation("announcements.state." + key(state)), event -> AnnouncementNavigation.openList(state));
        chip.setId("announcements-" + key(state));
        chip.addClassName("sa-chip");
        chips.put(key(state), chip);
        return chip;
    }

    private static String key(@Nullable State state) {
        return state == null ? "ALL" : state.name();
    }
}
