package id.satuatap.isolation.headers;

import java.util.List;

/**
 * What is known of a site after it was visited.
 *
 * @param trusted whether the certificate was verified
 * @param plainToo whether something answers without TLS as well
 * @param answer of the page itself, after redirects
 * @param cookies every {@code Set-Cookie} seen on the way
 */
record Visit(boolean trusted, boolean plainToo, Answer answer, List<String> cookies) {}
