package id.satuatap.core.access;

import java.util.List;

/** A feature's lines of the table of rights. Each feature writes its own, in its own package. */
public interface Permissions {

    List<Permission> permissions();
}
