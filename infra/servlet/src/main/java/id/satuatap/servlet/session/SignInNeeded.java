package id.satuatap.servlet.session;

/** The person's sign-in is over: no token, and none to be had without her. */
public final class SignInNeeded extends RuntimeException {

    public SignInNeeded() {
        super("sign-in needed");
    }
}
