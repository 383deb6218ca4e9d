package id.satuatap.identity.account;

import com.github.f4b6a3.uuid.UuidCreator;
import id.satuatap.identity.account.OneTimeCode.Purpose;
import id.satuatap.identity.account.OneTimeCodeRepository.Claim;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registration and new passwords. Both go by a link in a mail, and the password is chosen behind the link: so whoever
 * registers somebody else's address never gets to choose the password of the account that comes of it.
 */
@Service
@Transactional
public class Accounts {

    private final AccountRepository repository;
    private final OneTimeCodeRepository codes;
    private final Passwords passwords;
    private final AuditTrail audit;

    Accounts(AccountRepository repository, OneTimeCodeRepository codes, Passwords passwords, AuditTrail audit) {
        this.repository = repository;
        this.codes = codes;
        this.passwords = passwords;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(UUID id) {
        return repository.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<Account> findByEmail(EmailAddress email) {
        return repository.findByEmail(email);
    }

    /** A code that proves the address and, once used, makes the account. */
    public String registrationCode(EmailAddress email, String name) {
        return issue(Purpose.REGISTRATION, new Claim(email.value(), name, null));
    }

    /** A code that lets its bearer choose a new password. */
    public String passwordCode(Account account) {
        return issue(Purpose.PASSWORD, new Claim(account.email(), null, account.id()));
    }

    /** Who is about to choose a password, while the code is good; looking doesn't spend it. */
    @Transactional(readOnly = true)
    public Optional<Newcomer> newcomer(String code) {
        return codes.find(new OneTimeCode(code), Purpose.REGISTRATION).map(Accounts::newcomer);
    }

    @Transactional(readOnly = true)
    public Optional<Account> accountOfPasswordCode(String code) {
        return codes.find(new OneTimeCode(code), Purpose.PASSWORD)
                .map(Claim::accountId)
                .flatMap(repository::find);
    }

    /** @return the new account, or empty when the code is spent or the address was taken meanwhile */
    public Optional<Account> register(String code, String password) {
        return codes.use(new OneTimeCode(code), Purpose.REGISTRATION)
                .map(Accounts::newcomer)
                .map(newcomer -> new Account(
                        UuidCreator.getTimeOrderedEpoch(),
                        null,
                        newcomer.email().value(),
                        true,
                        newcomer.name()))
                .filter(account -> repository.insert(account, passwords.hash(password)))
                .map(account -> audited("account.registered", account));
    }

    /** @return the account, whose sessions the caller ends, or empty when the code is spent */
    public Optional<Account> changePassword(String code, String password) {
        return codes.use(new OneTimeCode(code), Purpose.PASSWORD)
                .map(Claim::accountId)
                .flatMap(repository::find)
                .map(account -> {
                    repository.changePassword(account.id(), passwords.hash(password));
                    return audited("password.changed", account);
                });
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 3_600_000)
    public void sweep() {
        codes.sweep();
    }

    private String issue(Purpose purpose, Claim claim) {
        var code = OneTimeCode.random();
        codes.insert(code, purpose, claim);
        return code.value();
    }

    private Account audited(String action, Account account) {
        audit.changed(action, account.id());
        return account;
    }

    private static Newcomer newcomer(Claim claim) {
        return new Newcomer(new EmailAddress(claim.email()), Objects.requireNonNull(claim.name()));
    }

    /** Somebody whose address is proven and who has no password yet. */
    public record Newcomer(EmailAddress email, String name) {}
}
