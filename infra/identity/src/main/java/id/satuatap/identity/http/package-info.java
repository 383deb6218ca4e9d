/** What stands in front of every request, and who it comes from. Knows nothing of accounts or pages. */
@NullMarked
package id.satuatap.identity.http;

import org.jspecify.annotations.NullMarked;
