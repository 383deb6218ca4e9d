/** The frame around every view: navigation by permission, brand, language, account, and the pages for when something is wrong. */
@NullMarked
package id.satuatap.admin.shell;

import org.jspecify.annotations.NullMarked;
