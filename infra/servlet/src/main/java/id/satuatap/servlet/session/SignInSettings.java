package id.satuatap.servlet.session;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How this application signs people in.
 *
 * @param client what identity calls this application
 * @param secret what identity knows it by
 * @param home where one goes who asked for no page
 * @param again where one goes who signed in a second time beside a page with unsaved words; null: to the page that was asked for
 */
@ConfigurationProperties("satuatap.sign-in")
public record SignInSettings(
        String client, String secret, String home, @Nullable String again) {

    public SignInSettings {
        if (secret.isBlank()) {
            throw new IllegalArgumentException(
                    "satuatap.sign-in.secret is missing: it is the secret of the OpenID Connect client \"%s\", as identity knows it."
                            .formatted(client));
        }
    }
}
