package id.satuatap.faults;

import java.util.Map;

/** Invites people who do not exist, each with a key of its own. */
final class Inviting extends Writer {

    Inviting(Caller caller) {
        super(Write.Kind.INVITATION, caller);
    }

    @Override
    Wish next(String key) {
        return new Wish(key, "", "");
    }

    @Override
    Reply send(Wish wish) {
        return caller.post(
                "/api/v1/invitations",
                Map.of("email", wish.key() + "@contoh.example", "role", "data-entry"),
                "Idempotency-Key",
                wish.key());
    }
}
