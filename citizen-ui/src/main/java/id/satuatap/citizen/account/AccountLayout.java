package id.satuatap.citizen.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLayout;
import id.satuatap.citizen.tenant.Tenant;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The frame of the public pages around a screen: whose site this is, where one may go, and the other language. */
@PermitAll
class AccountLayout extends Div implements RouterLayout {

    private static final String CONTENT = "isi";
    private static final String MARK =
            "<span><svg class=\"sa-mark\" viewBox=\"0 0 48 48\" aria-hidden=\"true\"><path d=\"M6 25 24 9l18 16M12 38h24\"/></svg></span>";

    private final Main content = new Main();

    AccountLayout(Place place) {
        addClassName("sa-body");
        content.setId(CONTENT);
        content.addClassName("sa-page");
        content.getElement().setAttribute("tabindex", "-1");
        var skip = place.outside("#" + CONTENT, getTranslation("skip"));
        skip.addClassName("sa-skip");
        add(skip, strip(place), header(place), content, footer(place));
    }

    private Section strip(Place place) {
        var strip = new Section(identity(place), nav("language.label", language(place)));
        strip.addClassName("sa-strip");
        strip.getElement().setAttribute("aria-label", getTranslation("strip.label"));
        return strip;
    }

    /** Whose site this is, and how to tell. */
    private NativeDetails identity(Place place) {
        var simulated = place.tenant().map(Tenant::simulated).orElse(false);
        var tell = new Div();
        var details = new NativeDetails("", tell);
        var summary = details.getSummary();
        if (simulated) {
            var mark = new HtmlContainer("strong");
            mark.setText(getTranslation("simulated"));
            mark.addClassName("sa-simulated");
            summary.add(mark, new Text(" " + getTranslation("strip.demonstration", place.name()) + " "));
        } else {
            summary.add(
                    new Text(getTranslation(place.isBare() ? "strip.platform" : "strip.official", place.name()) + " "));
        }
        summary.add(new Span(getTranslation("strip.how")));
        place.tenant()
                .ifPresentOrElse(
                        tenant -> tell.add(
                                new Paragraph(getTranslation("strip.tell", String.join(", ", tenant.hosts()))),
                                new Paragraph(getTranslation("strip.never"))),
                        () -> tell.add(new Paragraph(getTranslation("strip.platform.tell"))));
        if (simulated) {
            tell.addComponentAsFirst(new Paragraph(getTranslation("strip.simulated", place.name())));
        }
        return details;
    }

    private Anchor language(Place place) {
        var other = place.isEnglish() ? "id" : "en";
        var language = place.outside("/saya/?bahasa=" + other, getTranslation("language.other"));
        language.setId("language-" + other);
        language.getElement().setAttribute("lang", other).setAttribute("hreflang", other);
        return language;
    }

    private Header header(Place place) {
        var brand = place.outside(place.href("/"), "");
        brand.addClassName("sa-brand");
        brand.add(new Html(MARK), new Span(place.name()));
        var here = place.outside("/saya/", getTranslation("account.title"));
        here.getElement().setAttribute("aria-current", "page");
        var home = place.outside(place.href("/"), getTranslation("nav.home"));
        var header = new Header(new Div(
                brand,
                place.isBare()
                        ? nav("nav.label", home, here)
                        : nav(
                                "nav.label",
                                home,
                                place.outside(place.href("/spbe"), getTranslation("nav.spbe")),
                                place.outside(place.href("/kantor"), getTranslation("nav.offices")),
                                here)));
        header.addClassName("sa-header");
        return header;
    }

    private Nav nav(String label, Component... links) {
        var nav = new Nav(links);
        nav.addClassName("sa-nav");
        nav.getElement().setAttribute("aria-label", getTranslation(label));
        return nav;
    }

    private Footer footer(Place place) {
        var whose = place.tenant()
                .map(tenant -> tenant.simulated() ? "footer.demonstration" : "footer.tenant")
                .orElse("footer.platform");
        var officials = place.outside("/admin/", getTranslation("nav.forOfficials"));
        var footer = new Footer(new Div(
                new Paragraph(getTranslation(whose, place.name())),
                new Paragraph(getTranslation("account.cookie")),
                new Paragraph(officials)));
        footer.addClassName("sa-footer");
        return footer;
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        Optional.ofNullable(view).ifPresent(shown -> content.getElement().removeAllChildren());
    }
}
