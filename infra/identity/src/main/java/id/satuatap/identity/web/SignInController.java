package id.satuatap.identity.web;

import id.satuatap.identity.account.Accounts;
import id.satuatap.identity.account.TooManyAttempts;
import id.satuatap.identity.client.TenantDirectory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Signing in and out, and the page of who is signed in without going anywhere. */
@Controller
class SignInController {

    private static final List<String> NOTICES = List.of("signed-out", "expired", "changed");
    private static final int LONGEST_ECHO = 254;

    private final Accounts accounts;
    private final TenantDirectory directory;

    SignInController(Accounts accounts, TenantDirectory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    @GetMapping("/sign-in")
    String page(HttpServletRequest request, @Nullable Principal principal, Model model) {
        if (principal != null) {
            return "redirect:/";
        }
        NOTICES.stream()
                .filter(request.getParameterMap()::containsKey)
                .findFirst()
                .ifPresent(notice -> model.addAttribute("notice", "sign-in.notice." + notice));
        return "sign-in";
    }

    @PostMapping("/sign-in/refused")
    String refused(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestAttribute(name = SignInOutcome.REFUSAL, required = false) @Nullable Exception refusal,
            Model model) {
        if (refusal == null) {
            return "redirect:/sign-in";
        }
        if (refusal instanceof TooManyAttempts tooMany) {
            var seconds = Math.max(1, tooMany.waitingTime().toSeconds());
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            model.addAttribute("waitMinutes", seconds >= 120 ? (seconds + 59) / 60 : null);
            model.addAttribute("waitSeconds", seconds);
        } else {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("refused", true);
        }
        var typed = request.getParameter("username");
        model.addAttribute("typed", typed != null && typed.length() <= LONGEST_ECHO ? typed : "");
        return "sign-in";
    }

    @GetMapping("/sign-out")
    String signOut(@Nullable Principal principal) {
        return principal == null ? "redirect:/sign-in?signed-out" : "sign-out";
    }

    @GetMapping("/")
    String home(Principal principal, Model model) {
        return accounts.find(UUID.fromString(principal.getName()))
                .map(account -> {
                    model.addAttribute("account", account);
                    return "home";
                })
                .orElse("redirect:/sign-out");
    }

    /** The tenant's colour as a file, since the page may hold no style of its own. */
    @GetMapping("/brand/{slug}.css")
    ResponseEntity<String> brand(@PathVariable String slug) {
        return directory
                .current()
                .withSlug(slug)
                .map(tenant -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)))
                        .body(":root{--sa-accent:%s;--sa-on-accent:%s}".formatted(tenant.accent(), tenant.onAccent())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
