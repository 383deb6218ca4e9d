package id.satuatap.admin.announcement;

import com.vaadin.flow.component.icon.VaadinIcon;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.admin.shared.NavigationEntry.Home;
import id.satuatap.servlet.core.CoreClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's client of core and its place in the navigation. */
@Configuration(proxyBeanMethods = false)
class AnnouncementConfiguration {

    private static final String WRITE = "announcement:write";

    @Bean
    AnnouncementClient announcementClient(CoreClients core) {
        return core.client(AnnouncementClient.class);
    }

    @Bean
    NavigationEntry announcementNavigation() {
        return new NavigationEntry(
                25,
                "nav-announcements",
                "nav.announcements",
                "pengumuman",
                VaadinIcon.NEWSPAPER,
                WRITE,
                new Home(5, WRITE));
    }
}
