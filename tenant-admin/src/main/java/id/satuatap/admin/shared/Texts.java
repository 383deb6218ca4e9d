package id.satuatap.admin.shared;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** The words on screen: {@code messages.properties} is Indonesian, {@code messages_en.properties} English. */
@Component
public class Texts implements I18NProvider {

    public static final Locale INDONESIAN = Locale.of("id", "ID");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(INDONESIAN, Locale.ENGLISH);
    }

    @Override
    public Locale getDefaultLocale() {
        return INDONESIAN;
    }

    /** The sentence; numbers in it are written as the language writes them. An unknown key shows itself. */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        try {
            var sentence = bundle(locale).getString(key);
            return parameters.length == 0 ? sentence : new MessageFormat(sentence, locale).format(parameters);
        } catch (MissingResourceException unknown) {
            return key;
        }
    }

    static ResourceBundle bundle(Locale locale) {
        var language = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        return ResourceBundle.getBundle("messages", language, NO_FALLBACK);
    }
}
