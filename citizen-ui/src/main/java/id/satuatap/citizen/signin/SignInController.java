package id.satuatap.citizen.signin;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a page sends somebody who should sign in and come back to it. The address itself needs a signed-in person: whoever is not is sent to
 * identity by the filters, and comes back here.
 */
@Controller
class SignInController {

    private static final URI ACCOUNT = URI.create("/saya/");

    @GetMapping({"/masuk", "/en/masuk"})
    ResponseEntity<Void> onward(@RequestParam(name = "ke", required = false) @Nullable String wish) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(LocalPath.of(wish).map(LocalPath::address).orElse(ACCOUNT))
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
