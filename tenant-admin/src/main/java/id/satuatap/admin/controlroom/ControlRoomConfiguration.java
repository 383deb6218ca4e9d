package id.satuatap.admin.controlroom;

import com.vaadin.flow.component.icon.VaadinIcon;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.admin.shared.NavigationEntry.Home;
import id.satuatap.servlet.core.CoreClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's client of core and its place in the navigation. */
@Configuration(proxyBeanMethods = false)
class ControlRoomConfiguration {

    @Bean
    ControlRoomClient controlRoomClient(CoreClients core) {
        return core.client(ControlRoomClient.class);
    }

    @Bean
    NavigationEntry controlRoomNavigation() {
        return new NavigationEntry(
                10,
                "nav-control-room",
                "nav.control-room",
                "kendali",
                VaadinIcon.GRID_BIG_O,
                "control-room:read",
                new Home(1, "control-room:read"));
    }
}
