package id.satuatap.admin.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
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
import id.satuatap.admin.shared.Languages;
import id.satuatap.admin.shared.NavigationEntry;
import id.satuatap.admin.shared.SignInNeeded;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The frame: whose site this is, where one may go, who one is. It stands also when core is away. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    /** That this is a trial under a real name; the invented figures in it carry DATA SIMULASI themselves. */
    private Span demonstration() {
        var mark = new Span(getTranslation("shell.demonstration"));
        mark.setId("tenant-simulated");
        mark.addClassName("sa-simulated");
        mark.getElement().setAttribute("title", getTranslation("shell.demonstration.help"));
        return mark;
    }

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
        addToDrawer(navigation(person, entries), languages());
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
        bar.add(account(person));
        return bar;
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

    private MenuBar account(@Nullable Person person) {
        var menu = new MenuBar();
        menu.setId("account-menu");
        menu.addClassName("admin-account");
        menu.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        var name = Optional.ofNullable(person).map(Person::name).orElse(getTranslation("shell.account"));
        var label = new Span(name);
        label.addClassName("admin-account-name");
        var item = menu.addItem(new Div(VaadinIcon.USER.create(), label));
        item.setId("account");
        item.setAriaLabel(getTranslation("shell.account-of", name));
        fill(item.getSubMenu(), person);
        return menu;
    }

    private void fill(SubMenu menu, @Nullable Person person) {
        var roles = person == null || person.roles().isEmpty()
                ? getTranslation("role.none")
                : person.roles().stream()
                        .map(role -> getTranslation("role." + role))
                        .collect(Collectors.joining(", "));
        var who = menu.addItem(getTranslation("shell.role", roles));
        who.setId("account-role");
        who.setEnabled(false);
        var out = menu.addItem(getTranslation("shell.sign-out"), event -> signOut());
        out.setId("sign-out");
    }

    /** What this browser kept of unsaved words goes with the person: the next one at this desk finds nothing. */
    private void signOut() {
        UI.getCurrentOrThrow()
                .getPage()
                .executeJs("Object.keys(localStorage).filter(key => key.startsWith('satuatap.draft.'))"
                        + ".forEach(key => localStorage.removeItem(key))")
                .then(done -> authentication.logout(), unavailable -> authentication.logout());
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

    private Footer languages() {
        var group = new Div(language("id", "Bahasa Indonesia"), language("en", "English"));
        group.setId("languages");
        group.addClassName("admin-languages");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("shell.language"));
        return new Footer(group);
    }

    private NativeButton language(String code, String name) {
        var button = new NativeButton(name);
        button.setId("language-" + code);
        button.addClassName("admin-link-button");
        button.getElement()
                .setAttribute("lang", code)
                .setAttribute(
                        "aria-pressed",
                        String.valueOf(Languages.current().getLanguage().equals(code)))
                .executeJs(
                        "this.addEventListener('click', () => { document.cookie = $0; location.reload(); })",
                        Languages.COOKIE + "=" + code + "; path=/; max-age=31536000; samesite=lax");
        return button;
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
