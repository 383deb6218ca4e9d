package id.satuatap.servlet.core;

import id.satuatap.servlet.session.Person;
import id.satuatap.servlet.session.UserSession;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.web.service.annotation.GetExchange;

/** The signed-in person and what she may do, as core sees it. */
@Service
public class People {

    private final Client client;

    public People(CoreClients core) {
        this.client = core.client(Client.class);
    }

    /** The person of the session at work. */
    public Person current() {
        return UserSession.current().person(client::me, Clock.systemUTC());
    }

    interface Client {
        @GetExchange("/me")
        Person me();
    }
}
