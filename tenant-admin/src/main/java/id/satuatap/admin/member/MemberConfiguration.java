package id.satuatap.admin.member;

import com.vaadin.flow.component.icon.VaadinIcon;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.admin.shared.NavigationEntry.Home;
import id.satuatap.servlet.core.CoreClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The feature's client of core and its place in the navigation. */
@Configuration(proxyBeanMethods = false)
class MemberConfiguration {

    @Bean
    MemberClient memberClient(CoreClients core) {
        return core.client(MemberClient.class);
    }

    @Bean
    NavigationEntry memberNavigation() {
        return new NavigationEntry(
                40,
                "nav-members",
                "nav.members",
                "anggota",
                VaadinIcon.USERS,
                "member:read",
                new Home(2, "member:manage"));
    }
}
