/** Every operation of the description with every kind of caller, id, field, version and key: a new operation is tried without a line here. */
@NullMarked
package id.satuatap.isolation.operation;

import org.jspecify.annotations.NullMarked;
