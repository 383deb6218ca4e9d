/** What all pages share: frame, language by path, headers, error pages. Stateless: no session, no cookie. */
@NullMarked
package id.satuatap.citizen.page;

import org.jspecify.annotations.NullMarked;
