package id.satuatap.admin.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.satuatap.admin.session.People;
import id.satuatap.admin.session.Person;
import id.satuatap.admin.session.Tenants;
import id.satuatap.admin.session.UserSession;
import id.satuatap.admin.shared.AwayBanner;
import id.satuatap.admin.shared.CoreAway;
import id.satuatap.admin.shared.CoreRefused;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.admin.shared.SignInNeeded;
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
    private final AuthenticationContext authentication;

    MainLayout(People people, Tenants tenants, List<NavigationEntry> entries, AuthenticationContext authentication) {
        this.authentication = authentication;
        setPrimarySection(Section.NAVBAR);
        content.setId(CONTENT);
        content.getElement().setAttribute("tabindex", "-1");
        setContent(new Div(new AwayBanner(UI.getCurrentOrThrow()), content));
        var person = known(people);
        addToNavbar(navbar(person, tenants));
        addToDrawer(navigation(person, entries), new LanguageChoice());
    }

    private static @Nullable Person known(People people) {
        try {
            return people.current();
        } catch (CoreAway | CoreRefused | SignInNeeded unknown) {
            return null;
        }
    }

    private Header navbar(@Nullable Person person, Tenants tenants) {
        var toggle = new DrawerToggle();
        toggle.setId("drawer-toggle");
        toggle.setAriaLabel(getTranslation("shell.menu"));
        var brand = tenants.find(UserSession.currentTenant());
        var name = new Anchor(".", brand.map(Tenants.Brand::name).orElse("Satu Atap"));
        name.setId("tenant-name");
        name.addClassName("admin-brand");
        var mark = new Span();
        mark.addClassName("admin-mark");
        var bar = new Header(skipLink(), toggle, mark, name);
        bar.addClassName("admin-bar");
        if (brand.map(Tenants.Brand::simulated).orElse(person != null && person.isSimulated())) {
            bar.add(demonstration());
        }
        bar.add(new AccountMenu(person, authentication));
        return bar;
    }

    /** That this is a trial under a real name; the invented figures in it carry DATA SIMULASI themselves. */
    private Span demonstration() {
        var mark = new Span(getTranslation("shell.demonstration"));
        mark.setId("tenant-simulated");
        mark.addClassName("sa-simulated");
        mark.getElement().setAttribute("title", getTranslation("shell.demonstration.help"));
        return mark;
    }

    private Anchor skipLink() {
        var skip = new Anchor("#" + CONTENT, getTranslation("shell.skip"));
        skip.addClassName("sa-skip");
        skip.setId("skip-link");
        skip.getElement()
                .setAttribute("router-ignore", true)
                .executeJs(
                        "this.addEventListener('click', e => { e.preventDefault(); "
                                + "document.getElementById($0).focus(); })",
                        CONTENT);
        return skip;
    }

    private SideNav navigation(@Nullable Person person, List<NavigationEntry> entries) {
        var navigation = new SideNav();
        navigation.setId("navigation");
        navigation.getElement().setAttribute("aria-label", getTranslation("shell.navigation"));
        entries.stream()
                .filter(entry -> person != null && person.may(entry.permission()))
                .sorted(Comparator.comparingInt(NavigationEntry::order))
                .forEach(entry -> {
                    var item = new SideNavItem(
                            getTranslation(entry.textKey()),
                            entry.path(),
                            entry.icon().create());
                    item.setId(entry.id());
                    item.setMatchNested(true);
                    navigation.addItem(item);
                });
        return navigation;
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
