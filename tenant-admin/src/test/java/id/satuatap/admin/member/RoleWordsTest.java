package id.satuatap.admin.member;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.admin.CoreSources;
import id.satuatap.admin.shared.Texts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Core knows the roles and the rights; here each of them has a name. That both languages have the same keys, TextsTest holds. */
class RoleWordsTest {

    private static final Pattern ROLE = Pattern.compile("(?m)^    ([A-Z_]+)[,;]$");
    private static final Pattern SCOPE = Pattern.compile("(?m)^    ([A-Z]+)[,;]?$");
    private static final Pattern PERMISSION = Pattern.compile("\"([a-z-]+:[a-z-]+)\"");
    private static final Pattern NAMED = Pattern.compile("(?m)^role\\.([a-z-]+)=\\S");

    private final Texts texts = new Texts();

    @Test
    void every_role_has_a_name_on_screen() {
        assertThat(roles()).hasSizeGreaterThanOrEqualTo(27).allMatch(role -> texts.knows("role." + role));
    }

    @Test
    void every_role_that_can_be_given_has_a_name_in_mails_of_both_languages() {
        var given = roles().stream()
                .filter(role -> !role.equals("citizen") && !role.equals("platform-operator"))
                .toList();

        for (var file : List.of("member.properties", "member_en.properties")) {
            var mails = CoreSources.texts(path -> path.endsWith("resources/mails/" + file))
                    .toList();
            assertThat(mails).hasSize(1);
            assertThat(CoreSources.found(NAMED, mails.getFirst())).as(file).containsAll(given);
        }
    }

    @Test
    void every_right_and_how_far_it_reaches_has_words() {
        var permissions = CoreSources.texts(path -> path.endsWith("Permissions.java"))
                .flatMap(text -> CoreSources.found(PERMISSION, text).stream())
                .toList();
        var scopes = CoreSources.texts(path -> path.endsWith("access/Scope.java"))
                .flatMap(text -> CoreSources.found(SCOPE, text).stream())
                .toList();

        assertThat(permissions).contains("member:manage", "assessment:share");
        assertThat(permissions).allMatch(key -> texts.knows("permission." + key.replace(':', '.')));
        assertThat(scopes).contains("TENANT", "OFFICE", "OWN");
        assertThat(scopes)
                .filteredOn(
                        scope -> !scope.equals("TENANT")) // the page says once that it is meant where nothing is said
                .allMatch(scope -> texts.knows("reach." + scope));
    }

    private static List<String> roles() {
        return CoreSources.texts(path -> path.endsWith("access/Role.java"))
                .flatMap(text -> CoreSources.found(ROLE, text).stream())
                .map(role -> role.toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
