package id.satuatap.admin.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.satuatap.admin.session.Tenants;
import id.satuatap.admin.shared.AwayBanner;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.Person;
import id.satuatap.servlet.session.SignInNeeded;
import id.satuatap.servlet.session.UserSession;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The frame: whose site this is, where one may go, who one is. It stands also when core is away. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    private static final String CONTENT = "isi";

    private final Main content = new Main();

    MainLayout(People people, Tenants tenants, List<NavigationEntry> entries, AuthenticationContext authentication) {
        setPrimarySection(Section.NAVBAR);
        content.setId(CONTENT);
        content.getElement().setAttribute("tabindex", "-1");
        var drafts = new Drafts(UserSession.find());
        setContent(new Div(new AwayBanner(UI.getCurrentOrThrow()), content, drafts));
        var person = known(people);
        addToNavbar(new TopBar(person, tenants, () -> drafts.dropBefore(authentication::logout), CONTENT));
        addToDrawer(navigation(person, entries), new LanguageChoice());
    }

    private static @Nullable Person known(People people) {
        try {
            return people.current();
        } catch (CoreAway | CoreRefused | SignInNeeded unknown) {
            return null;
        }
    }

    private SideNav navigation(@Nullable Person person, List<NavigationEntry> entries) {
        var navigation = new SideNav();
        navigation.setId("navigation");
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        entries.stream()
                .filter(entry -> person != null && person.may(entry.permission()))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .forEach(entry -> navigation.addItem(item(entry)));
        return navigation;
    }

    private SideNavItem item(NavigationEntry entry) {
        var item = new SideNavItem(
                getTranslation(entry.textKey()), entry.path(), entry.icon().create());
        item.setId(entry.id());
        item.setMatchNested(true);
        return item;
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getElement().executeJs("if (this.overlay) this.drawerOpened = false");
    }
}
