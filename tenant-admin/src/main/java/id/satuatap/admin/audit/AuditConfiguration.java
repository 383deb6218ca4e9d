package id.satuatap.admin.audit;

import com.vaadin.flow.component.icon.VaadinIcon;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.admin.shared.NavigationEntry.Home;
import id.satuatap.servlet.core.CoreClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's client of core and its place in the navigation. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    AuditClient auditClient(CoreClients core) {
        return core.client(AuditClient.class);
    }

    @Bean
    NavigationEntry auditNavigation() {
        return new NavigationEntry(
                50,
                "nav-audit",
                "nav.audit",
                "jejak-audit",
                VaadinIcon.LIST_OL,
                "audit:read",
                new Home(4, "audit:read"));
    }
}
