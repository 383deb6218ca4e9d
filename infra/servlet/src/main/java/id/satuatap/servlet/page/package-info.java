/** What pages of all applications share: languages, the plain pages that stand without a session, and what a page of Vaadin may load. */
@NullMarked
package id.satuatap.servlet.page;

import org.jspecify.annotations.NullMarked;
