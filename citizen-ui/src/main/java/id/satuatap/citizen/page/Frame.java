package id.satuatap.citizen.page;

import id.satuatap.citizen.tenant.Accent;
import id.satuatap.citizen.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs to know of where it is shown. A handler that takes a Frame finds it in the model, too.
 *
 * @param tenant null on the bare host
 * @param path   without the language
 * @param query  as it was asked, with its question mark, or empty
 */
public record Frame(Language language, @Nullable Tenant tenant, String path, String query) {

    /** Only for handlers of a tenant's pages. */
    public Tenant here() {
        if (tenant == null) {
            throw new IllegalStateException("this page belongs to a tenant");
        }
        return tenant;
    }

    public Accent brand() {
        return tenant == null ? Accent.DEFAULT : tenant.brand();
    }

    /** Changes with the colour, so that the theme and the icons may be kept for long. */
    public String themeVersion() {
        return brand().hex().substring(1);
    }

    public String href(String path) {
        return language.href(path);
    }

    public String hrefInOtherLanguage() {
        return language.other().href(path.isEmpty() ? "/" : path) + query;
    }

    /** Her own page, told the language of this one: it has no address for it. */
    public String account() {
        return "/saya/?bahasa=" + language.tag();
    }

    public boolean isAt(String section) {
        return path.equals(section);
    }

    public boolean offersOtherLanguage() {
        return tenant == null || tenant.speaksEnglish();
    }
}
