package id.satuatap.identity.web;

import id.satuatap.identity.account.Accounts;
import id.satuatap.identity.account.EmailAddress;
import id.satuatap.identity.account.PasswordRules;
import id.satuatap.identity.mail.MailOutbox;
import id.satuatap.identity.mail.MailRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registration: name and address, a mail, then the password behind the link in it. */
@Controller
@RequestMapping("/register")
class RegistrationController {

    private static final int LONGEST_NAME = 100;

    private final Accounts accounts;
    private final PasswordRules rules;
    private final MailOutbox mails;

    RegistrationController(Accounts accounts, PasswordRules rules, MailOutbox mails) {
        this.accounts = accounts;
        this.rules = rules;
        this.mails = mails;
    }

    @GetMapping
    String form(Model model) {
        model.addAttribute("faults", Map.of());
        return "register";
    }

    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var faults = new LinkedHashMap<String, String>();
        var plainName = name.strip();
        if (!isName(plainName)) {
            faults.put("name", plainName.isEmpty() ? "name.missing" : "name.wrong");
        }
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            faults.put("email", email.isBlank() ? "email.missing" : "email.wrong");
        }
        if (faults.isEmpty()) {
            var wish = new MailRequest(
                    MailRequest.Kind.REGISTRATION, address.orElseThrow(), plainName, locale, request.getRemoteAddr());
            if (mails.request(wish)) {
                return "redirect:/register/sent";
            }
            faults.put("email", "mails.many");
        }
        var many = faults.containsValue("mails.many");
        response.setStatus((many ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST).value());
        model.addAttribute("faults", faults);
        model.addAttribute("typedName", name);
        model.addAttribute("typedEmail", email);
        return "register";
    }

    @GetMapping("/sent")
    String sent() {
        return "register-sent";
    }

    /** Looking at the link doesn't spend it: mail scanners look, too. */
    @GetMapping("/confirm")
    String passwordForm(@RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
        model.addAttribute("faults", Map.of());
        return show(code, response, model);
    }

    @PostMapping("/confirm")
    String register(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        var newcomer = accounts.newcomer(code);
        var fault = newcomer.flatMap(known -> rules.fault(password, known.email(), known.name()));
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("faults", Map.of("password", fault.get()));
            return show(code, response, model);
        }
        return accounts.register(code, password).isPresent()
                ? "redirect:/register/done"
                : LinkSpent.page(response, model, "/register");
    }

    @GetMapping("/done")
    String done() {
        return "register-done";
    }

    private String show(String code, HttpServletResponse response, Model model) {
        return accounts.newcomer(code)
                .map(newcomer -> {
                    model.addAttribute("newcomer", newcomer);
                    model.addAttribute("code", code);
                    return "register-confirm";
                })
                .orElseGet(() -> LinkSpent.page(response, model, "/register"));
    }

    /** Letters of any script and what joins them. No line breaks, no mark-up, no address of a web site. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.codePoints()
                        .noneMatch(letter -> Character.isISOControl(letter)
                                || Character.getType(letter) == Character.FORMAT // turns text around, or hides
                                || "<>{}@/\\".indexOf(letter) >= 0)
                && name.codePoints().anyMatch(Character::isLetter);
    }
}
