/** How much one client and one tenant may ask for. TokenBuckets live in memory; with more than one gateway they move to Redis behind {@link id.satuatap.gateway.limit.TokenBuckets}. */
@NullMarked
package id.satuatap.gateway.limit;

import org.jspecify.annotations.NullMarked;
