package id.satuatap.gateway.refusal;

import id.satuatap.gateway.Addresses;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** A page in Indonesian and English. Its only resource is {@code /gateway/page.css}, which the gateway serves at every host. */
@Component
class RefusalPage {

    private final Messages messages;
    private final String home;

    RefusalPage(Messages messages, Addresses addresses) {
        this.messages = messages;
        this.home = addresses.origin(addresses.bareHost()) + "/";
    }

    String of(String code) {
        return """
            <!doctype html>
            <html lang="id">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/gateway/page.css">
            </head>
            <body>
            <main>
            <h1>%s</h1>
            <p>%s</p>
            <p><a href="%s">%s</a></p>
            <section lang="en">
            <h2>%s</h2>
            <p>%s</p>
            <p><a href="%s">%s</a></p>
            </section>
            </main>
            </body>
            </html>
            """.formatted(
                        title(code, Messages.INDONESIAN),
                        title(code, Messages.INDONESIAN),
                        detail(code, Messages.INDONESIAN),
                        home,
                        say("page.home", Messages.INDONESIAN),
                        title(code, Locale.ENGLISH),
                        detail(code, Locale.ENGLISH),
                        home,
                        say("page.home", Locale.ENGLISH));
    }

    private String title(String code, Locale language) {
        return HtmlUtils.htmlEscape(messages.title(code, language));
    }

    private String detail(String code, Locale language) {
        return HtmlUtils.htmlEscape(messages.detail(code, language));
    }

    private String say(String key, Locale language) {
        return HtmlUtils.htmlEscape(messages.say(key, language));
    }
}
