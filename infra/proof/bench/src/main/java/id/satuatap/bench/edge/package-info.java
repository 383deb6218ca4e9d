/**
 * What a person or a machine meets first: the hop through the gateway, tokens, the workspace's sessions, the start of each
 * part, the public home. Each row of the table is a class; programs of the operating system do the loading, so that the
 * measuring costs the measured as little as it can on the same machine.
 */
@NullMarked
package id.satuatap.bench.edge;

import org.jspecify.annotations.NullMarked;
