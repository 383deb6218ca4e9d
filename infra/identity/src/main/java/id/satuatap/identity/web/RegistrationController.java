package id.satuatap.identity.web;

import id.satuatap.identity.account.Accounts;
import id.satuatap.identity.account.EmailAddress;
import id.satuatap.identity.account.PasswordRules;
import id.satuatap.identity.account.PersonName;
import id.satuatap.identity.mail.MailOutbox;
import id.satuatap.identity.mail.MailRequest;
import id.satuatap.identity.mail.MailRequest.Kind;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        var faults = new FormFaults();
        var person = faults.read("name", name, PersonName::parse);
        var address = faults.read("email", email, EmailAddress::parse);
        var status = HttpStatus.BAD_REQUEST;
        if (faults.none()) {
            var called = person.orElseThrow().value();
            if (mails.request(new MailRequest(
                    Kind.REGISTRATION, address.orElseThrow(), called, locale, request.getRemoteAddr()))) {
                return "redirect:/register/sent";
            }
            faults.add("email", "mails.many");
            status = HttpStatus.TOO_MANY_REQUESTS;
        }
        response.setStatus(status.value());
        model.addAttribute("typedName", name);
        model.addAttribute("typedEmail", email);
        model.addAttribute("faults", faults.byField());
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
            model.addAttribute("faults", FormFaults.of("password", fault.get()));
            return show(code, response, model);
        }
        return accounts.register(code, password).isPresent()
                ? "redirect:/register/done"
                : ExpiredLink.page(response, model, "/register");
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
                .orElseGet(() -> ExpiredLink.page(response, model, "/register"));
    }
}
