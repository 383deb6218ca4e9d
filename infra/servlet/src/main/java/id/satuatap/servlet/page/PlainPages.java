package id.satuatap.servlet.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The few pages that must stand without a session, in both languages at once, for what happens before sign-in. */
@Component
public class PlainPages {

    private final PageWords words;

    public PlainPages(PageWords words) {
        this.words = words;
    }

    public void write(HttpServletResponse response, HttpStatus status, String key) throws IOException {
        response.setStatus(status.value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(html(key).getBytes(StandardCharsets.UTF_8));
    }

    private String html(String key) {
        return """
                <!doctype html>
                <html lang="id">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s · Satu Atap</title><link rel="stylesheet" href="%s"></head>
                <body class="sa-body"><main class="sa-page">
                <h1>%s</h1><p>%s</p>
                <div lang="en"><p class="sa-quiet">%s. %s</p></div>
                <p><a class="sa-button" href="%s">%s</a></p>
                </main></body></html>
                """.formatted(
                        text(Languages.INDONESIAN, key + ".title"),
                        words.stylesheet(),
                        text(Languages.INDONESIAN, key + ".title"),
                        text(Languages.INDONESIAN, key + ".text"),
                        text(Locale.ENGLISH, key + ".title"),
                        text(Locale.ENGLISH, key + ".text"),
                        words.start(),
                        text(Languages.INDONESIAN, "page.again"));
    }

    private String text(Locale locale, String key) {
        return HtmlUtils.htmlEscape(words.sentence(key, locale));
    }
}
