/**
 * PostgreSQL for tests: one server per run, one database per test class. A test asks {@link
 * id.satuatap.testkit.TestDatabase} for a fresh database and never cares where the server comes from.
 */
@NullMarked
package id.satuatap.testkit;

import org.jspecify.annotations.NullMarked;
