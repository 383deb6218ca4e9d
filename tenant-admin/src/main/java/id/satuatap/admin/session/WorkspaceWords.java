package id.satuatap.admin.session;

import id.satuatap.admin.shared.Texts;
import id.satuatap.servlet.page.PageWords;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The officials' words on pages without a session. */
@Component
record WorkspaceWords(Texts texts) implements PageWords {

    @Override
    public String sentence(String key, Locale language) {
        return texts.getTranslation(key, language);
    }

    @Override
    public String stylesheet() {
        return "/admin/look/satu-atap.css";
    }

    @Override
    public String start() {
        return "/admin/";
    }
}
