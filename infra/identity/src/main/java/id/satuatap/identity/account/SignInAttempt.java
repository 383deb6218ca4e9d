package id.satuatap.identity.account;

import id.satuatap.identity.http.ClientAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * One try to sign in: what was typed, from where, and by which device, if that device signed in to this very account
 * before.
 */
record SignInAttempt(String identifier, String address, Optional<String> device) {

    SignInAttempt {
        identifier = identifier.toLowerCase(Locale.ROOT);
    }

    String network() {
        return ClientAddress.network(address);
    }

    String accountAndNetwork() {
        return identifier + " " + network();
    }
}
