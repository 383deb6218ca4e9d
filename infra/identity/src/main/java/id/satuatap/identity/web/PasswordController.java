package id.satuatap.identity.web;

import id.satuatap.identity.account.Account;
import id.satuatap.identity.account.Accounts;
import id.satuatap.identity.account.EmailAddress;
import id.satuatap.identity.account.PasswordRules;
import id.satuatap.identity.mail.MailOutbox;
import id.satuatap.identity.mail.MailRequest;
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

/** A forgotten password: an address, the same answer for all, a mail, a new password. */
@Controller
@RequestMapping("/password")
class PasswordController {

    private final Accounts accounts;
    private final PasswordRules rules;
    private final MailOutbox mails;
    private final SignOut signOut;

    PasswordController(Accounts accounts, PasswordRules rules, MailOutbox mails, SignOut signOut) {
        this.accounts = accounts;
        this.rules = rules;
        this.mails = mails;
        this.signOut = signOut;
    }

    @GetMapping("/forgotten")
    String form(Model model) {
        model.addAttribute("faults", Map.of());
        return "password-forgotten";
    }

    @PostMapping("/forgotten")
    String ask(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        var faults = new FormFaults();
        var address = faults.read("email", email, EmailAddress::parse);
        var status = HttpStatus.BAD_REQUEST;
        if (address.isPresent()) {
            var wish = new MailRequest(MailRequest.Kind.PASSWORD, address.get(), null, locale, request.getRemoteAddr());
            if (mails.request(wish)) {
                return "redirect:/password/sent";
            }
            faults.add("email", "mails.many");
            status = HttpStatus.TOO_MANY_REQUESTS;
        }
        response.setStatus(status.value());
        model.addAttribute("faults", faults.byField());
        model.addAttribute("typedEmail", email);
        return "password-forgotten";
    }

    @GetMapping("/sent")
    String sent() {
        return "password-sent";
    }

    @GetMapping("/new")
    String passwordForm(@RequestParam(defaultValue = "") String code, HttpServletResponse response, Model model) {
        model.addAttribute("faults", Map.of());
        return show(code, response, model);
    }

    @PostMapping("/new")
    String change(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletResponse response,
            Model model) {
        var fault = accounts.accountOfPasswordCode(code)
                .flatMap(account -> rules.fault(password, new EmailAddress(account.email()), account.name()));
        if (fault.isPresent()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("faults", FormFaults.of("password", fault.get()));
            return show(code, response, model);
        }
        var changed = accounts.changePassword(code, password);
        changed.map(Account::id).ifPresent(signOut::everywhere);
        return changed.isPresent()
                ? "redirect:/sign-in?changed"
                : ExpiredLink.page(response, model, "/password/forgotten");
    }

    private String show(String code, HttpServletResponse response, Model model) {
        return accounts.accountOfPasswordCode(code)
                .map(account -> {
                    model.addAttribute("account", account);
                    model.addAttribute("code", code);
                    return "password-new";
                })
                .orElseGet(() -> ExpiredLink.page(response, model, "/password/forgotten"));
    }
}
