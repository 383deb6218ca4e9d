/** PostgreSQL as this application sees it: a pool, transactions that name their tenant, and the gate that refuses a schema which would not keep tenants apart. */
@NullMarked
package id.satuatap.core.database;

import org.jspecify.annotations.NullMarked;
