package id.satuatap.faults;

import java.util.Map;

/** Invites people who do not exist, each with a key of its own. */
final class Inviting extends Writer {

    Inviting(Caller caller, Recorder recorder) {
        super(Write.Kind.INVITATION, caller, recorder);
    }

    @Override
    Wish next(String key) {
        return new Wish(key, "", "");
    }

    @Override
    Reply send(Wish wish) {
        return caller.post(
                "/api/v1/invitations",
                Map.of("email", address(wish.key()), "role", "data-entry"),
                Map.of("Idempotency-Key", wish.key()));
    }

    static String address(String key) {
        return key + "@contoh.example";
    }
}
