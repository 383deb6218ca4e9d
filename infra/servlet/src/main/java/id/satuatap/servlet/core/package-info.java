/** How a signed-in person's application speaks with platform-core: in her name, and in words when core does not do what was asked. */
@NullMarked
package id.satuatap.servlet.core;

import org.jspecify.annotations.NullMarked;
