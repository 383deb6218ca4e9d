/** How the pages ask platform-core: over HTTP, without a person, remembering answers for a moment so that a busy page stays light. */
@NullMarked
package id.satuatap.citizen.core;

import org.jspecify.annotations.NullMarked;
