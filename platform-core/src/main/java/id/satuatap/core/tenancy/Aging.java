package id.satuatap.core.tenancy;

import reactor.core.publisher.Mono;

/** Rows that are of no use any more when they are old. */
public interface Aging {

    /**
     * What went.
     *
     * @param what as the metrics name it
     */
    record Removed(String what, long rows) {}

    /** Removes some of the tenant in the context, in a transaction of its own. */
    Mono<Removed> trim(int most);
}
