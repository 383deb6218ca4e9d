@NullMarked
package id.satuatap.admin;

import org.jspecify.annotations.NullMarked;
