package id.satuatap.core.office;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An office of the regional government (perangkat daerah).
 *
 * @param source where its name was read
 * @param certainty {@code sourced}, or {@code general-knowledge} when it still has to be confirmed
 */
record Office(UUID id, String name, @Nullable String shortName, String kind, String source, String certainty) {}
