package id.satuatap.citizen.page;

import com.vaadin.flow.i18n.I18NProvider;
import id.satuatap.servlet.page.Languages;
import id.satuatap.servlet.page.PageWords;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the plain pages, for screens of Vaadin and for pages without a session. An unknown key shows itself. */
@Component
class CitizenWords implements I18NProvider, PageWords {

    private final transient MessageSource messages;

    CitizenWords(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Languages.INDONESIAN, Locale.ENGLISH);
    }

    @Override
    public Locale getDefaultLocale() {
        return Languages.INDONESIAN;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return Objects.requireNonNull(
                messages.getMessage(key, parameters.length == 0 ? null : parameters, key, locale));
    }

    @Override
    public String sentence(String key, Locale language) {
        return getTranslation(key, language);
    }

    @Override
    public String stylesheet() {
        return "/look/satu-atap.css";
    }

    @Override
    public String start() {
        return "/";
    }
}
