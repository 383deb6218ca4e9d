package id.satuatap.admin.shell;

import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import id.satuatap.admin.session.Tenants;
import id.satuatap.servlet.session.Person;
import id.satuatap.servlet.session.UserSession;
import org.jspecify.annotations.Nullable;

/** Whose site this is, and who one is. */
final class TopBar extends Header {

    /** @param content the id of what the skip link leads to */
    TopBar(@Nullable Person person, Tenants tenants, Runnable signOut, String content) {
        addClassName("admin-bar");
        var brand = tenants.find(UserSession.currentTenant());
        var mark = new Span();
        mark.addClassName("admin-mark");
        add(
                skipLink(content),
                toggle(),
                mark,
                name(brand.map(Tenants.Brand::name).orElse("Satu Atap")));
        if (brand.map(Tenants.Brand::simulated).orElse(person != null && person.isSimulated())) {
            add(demonstration());
        }
        add(new AccountMenu(person, signOut));
    }

    private DrawerToggle toggle() {
        var toggle = new DrawerToggle();
        toggle.setId("drawer-toggle");
        toggle.setAriaLabel(getTranslation("shell.menu"));
        return toggle;
    }

    private static Anchor name(String tenant) {
        var name = new Anchor(".", tenant);
        name.setId("tenant-name");
        name.addClassName("admin-brand");
        return name;
    }

    /** That this is a trial under a real name; the invented figures in it carry DATA SIMULASI themselves. */
    private Span demonstration() {
        var mark = new Span(getTranslation("shell.demonstration"));
        mark.setId("tenant-simulated");
        mark.addClassName("sa-simulated");
        mark.getElement().setAttribute("title", getTranslation("shell.demonstration.help"));
        return mark;
    }

    private Anchor skipLink(String content) {
        var skip = new Anchor("#" + content, getTranslation("shell.skip"));
        skip.addClassName("sa-skip");
        skip.setId("skip-link");
        skip.getElement()
                .setAttribute("router-ignore", true)
                .executeJs(
                        "this.addEventListener('click', e => { e.preventDefault(); "
                                + "document.getElementById($0).focus(); })",
                        content);
        return skip;
    }
}
