package id.satuatap.identity.crypto;

import id.satuatap.identity.IdentityProperties;

/** Lets tests of other packages have a secret. */
public final class TestKeySecret {

    private TestKeySecret() {}

    public static KeySecret of(IdentityProperties properties) {
        return new KeySecret(properties);
    }
}
