package id.satuatap.core.spbe.assessment;

import java.time.Instant;
import java.util.UUID;

/** A copy that a regency shared, as its province keeps it. */
public record Received(UUID assessment, Snapshot snapshot, Instant sharedAt) {}
