package id.satuatap.admin.spbe;

import com.vaadin.flow.component.icon.VaadinIcon;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.admin.shared.NavigationEntry.Home;
import id.satuatap.servlet.core.CoreClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's client of core and its place in the navigation. */
@Configuration(proxyBeanMethods = false)
class SpbeConfiguration {

    @Bean
    AssessmentClient assessmentClient(CoreClients core) {
        return core.client(AssessmentClient.class);
    }

    @Bean
    NavigationEntry assessmentNavigation() {
        return new NavigationEntry(
                30,
                "nav-assessments",
                "nav.assessments",
                "penilaian",
                VaadinIcon.CHECK_SQUARE_O,
                "assessment:read",
                new Home(3, "assessment:read"));
    }
}
