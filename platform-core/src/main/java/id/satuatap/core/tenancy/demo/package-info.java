/** What the demo consists of: its governments and accounts, and what each feature brings along for them. Loaded by the setup step. */
@NullMarked
package id.satuatap.core.tenancy.demo;

import org.jspecify.annotations.NullMarked;
