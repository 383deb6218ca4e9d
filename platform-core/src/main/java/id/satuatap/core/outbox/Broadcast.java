package id.satuatap.core.outbox;

import id.satuatap.core.shared.Audience;

/**
 * What open screens hear of an event, beside the id of its subject.
 *
 * @param name by which screens know it; several types may share one
 * @param audience who may hear
 */
public record Broadcast(String name, Audience audience) {}
