package id.satuatap.admin.shared;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/** In which time zone a government lives: its days and hours are those on the screen. */
public final class Zones {

    /** As long as nothing is known of the government, and at the bare host. */
    public static final ZoneId WESTERN = ZoneId.of("Asia/Jakarta");

    private static final int HOUR = 3600;

    private Zones() {}

    /** All that the screen shows from now on is told in this zone. */
    public static void keep(UI ui, ZoneId zone) {
        ComponentUtil.setData(ui, ZoneId.class, zone);
    }

    /** The zone of the screen at work. */
    public static ZoneId current() {
        var ui = UI.getCurrent();
        return ui == null ? WESTERN : Objects.requireNonNullElse(ComponentUtil.getData(ui, ZoneId.class), WESTERN);
    }

    /** The day it is there now: the first one of most fields. */
    public static LocalDate today() {
        return LocalDate.now(current());
    }

    /** What Indonesians call it: WIB, WITA or WIT. */
    public static String name(ZoneId zone, Instant at) {
        return switch (zone.getRules().getOffset(at).getTotalSeconds() / HOUR) {
            case 7 -> "WIB";
            case 8 -> "WITA";
            case 9 -> "WIT";
            default -> zone.getId();
        };
    }
}
