/** What is only the workspace's of a session: whose place it is, what happens at core while its screens are open, and what they read together. */
@NullMarked
package id.satuatap.admin.session;

import org.jspecify.annotations.NullMarked;
