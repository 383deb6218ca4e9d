package id.satuatap.admin.calendar;

import com.vaadin.flow.component.icon.VaadinIcon;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.admin.shared.NavigationEntry.Home;
import id.satuatap.servlet.core.CoreClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's client of core and its place in the navigation. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    @Bean
    CalendarClient calendarClient(CoreClients core) {
        return core.client(CalendarClient.class);
    }

    @Bean
    NavigationEntry calendarNavigation() {
        return new NavigationEntry(
                60,
                "nav-settings",
                "nav.settings",
                CalendarView.PATH,
                VaadinIcon.COG_O,
                CalendarView.READ,
                new Home(90, CalendarView.MANAGE));
    }
}
