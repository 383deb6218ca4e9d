package id.satuatap.e2e;

import com.microsoft.playwright.Page;
import id.satuatap.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the documentation: {@code mvn verify -pl infra/e2e -Dtest=ScreenshotsTest -Dsatuatap.pictures=docs/images}. */
@EnabledIfSystemProperty(named = "satuatap.pictures", matches = ".+")
class ScreenshotsTest {

    private record Screen(String name, String tenant, String role, String path) {}

    private static final List<Screen> PUBLIC = List.of(
            new Screen("regions", null, null, "/"),
            new Screen("citizen-home", "rembang", null, "/"),
            new Screen("citizen-home-en", "bangkalan", null, "/en/"),
            new Screen("citizen-spbe", "rejanglebong", null, "/spbe"),
            new Screen("citizen-offices", "bangkalan", null, "/kantor"),
            new Screen("sign-in", "lebong", null, "/admin/"),
            new Screen("unknown-host", "nowhere", null, "/"));

    private static final List<Screen> OFFICIALS = List.of(
            new Screen("control-room", "bengkulu", "province-overseer", "/admin/kendali"),
            new Screen("assessments", "rejanglebong", "internal-assessor", "/admin/penilaian"),
            new Screen("members", "rejanglebong", "tenant-admin", "/admin/anggota"),
            new Screen("audit", "rejanglebong", "tenant-admin", "/admin/jejak-audit"));

    private final Stack stack = RunningStack.get();
    private final Path folder = Path.of(System.getProperty("satuatap.pictures", "."));

    @Test
    void the_pages_that_all_may_see() {
        for (var screen : PUBLIC) {
            var address = screen.tenant() == null ? stack.gateway() : stack.address(screen.tenant());
            take(Browser.desktop(), address + screen.path(), screen.name() + "-1280");
            take(Browser.phone(), address + screen.path(), screen.name() + "-390");
        }
    }

    @Test
    void the_pages_of_officials() {
        for (var screen : OFFICIALS) {
            signedIn(Browser.desktop(), screen, "-1280");
            signedIn(Browser.phone(), screen, "-390");
        }
    }

    @Test
    void the_page_of_one_indicator() {
        for (var page : List.of(Browser.desktop(), Browser.phone())) {
            Browser.signIn(
                    page,
                    stack.address("rejanglebong") + "/admin/penilaian",
                    stack.credentials().user("rejanglebong", "internal-assessor"));
            page.locator("a[id^=open-]").first().click();
            page.waitForURL("**/indikator/**");
            page.locator("#level-3").waitFor();
            picture(page, "indicator-" + page.viewportSize().width);
        }
    }

    private void signedIn(Page page, Screen screen, String suffix) {
        var address = stack.address(screen.tenant()) + screen.path();
        Browser.signIn(page, address, stack.credentials().user(screen.tenant(), screen.role()));
        page.locator("#account").waitFor();
        picture(page, screen.name() + suffix);
    }

    private void take(Page page, String address, String name) {
        page.navigate(address);
        picture(page, name);
    }

    private void picture(Page page, String name) {
        page.waitForLoadState();
        page.waitForTimeout(1500); // charts draw after layout
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
        Browser.close(page);
    }
}
