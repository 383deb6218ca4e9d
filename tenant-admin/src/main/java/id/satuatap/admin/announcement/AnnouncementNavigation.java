package id.satuatap.admin.announcement;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import id.satuatap.admin.announcement.AnnouncementClient.State;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The addresses of the feature: {@code pengumuman?keadaan=terbit}, {@code pengumuman/baru}, {@code pengumuman/<id>}. */
final class AnnouncementNavigation {

    static final String LIST = "pengumuman";
    static final String NEW = "pengumuman/baru";
    private static final String STATE = "keadaan";

    private AnnouncementNavigation() {}

    static String record(String id) {
        return LIST + "/" + id;
    }

    /** Null for all of them. */
    static @Nullable State state(QueryParameters address) {
        var word = address.getSingleParameter(STATE).orElse("");
        return Arrays.stream(State.values())
                .filter(state -> word(state).equals(word))
                .findFirst()
                .orElse(null);
    }

    static void openList(@Nullable State state) {
        var address = state == null ? QueryParameters.empty() : QueryParameters.of(STATE, word(state));
        UI.getCurrentOrThrow().navigate(LIST, address);
    }

    private static String word(State state) {
        return switch (state) {
            case CURRENT -> "terbit";
            case PLANNED -> "menunggu";
            case PAST -> "kedaluwarsa";
            case WITHDRAWN -> "dicabut";
        };
    }
}
