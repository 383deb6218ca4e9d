package id.satuatap.admin.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.page.Languages;
import id.satuatap.servlet.session.UserSession;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What many screens ask core for at once because of one event: people of equal right at one tenant get one answer. */
@Component
public class SharedReads {

    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int MOST = 500;

    private record Key(
            @Nullable String tenant,
            List<String> roles,
            Set<String> permissions,
            Locale language,
            String what,
            String event) {}

    private final People people;
    private final Cache<Key, Object> answers =
            Caffeine.newBuilder().expireAfterWrite(MOMENT).maximumSize(MOST).build();

    SharedReads(People people) {
        this.people = people;
    }

    /**
     * The answer of the first who asked after this event. Only for answers that are the same for all who may have them: never for what
     * differs by office or person.
     *
     * @param what names the question
     */
    @SuppressWarnings("unchecked") // each question has one type of answer
    public <T> T after(String event, String what, Supplier<T> ask) {
        var person = people.current();
        var key = new Key(
                UserSession.currentTenant(), person.roles(), person.permissions(), Languages.current(), what, event);
        return (T) answers.get(key, missing -> ask.get());
    }
}
