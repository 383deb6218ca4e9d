package id.satuatap.isolation.subject;

import static id.satuatap.isolation.subject.Subject.NOBODY;

final class Outbox {

    static final Subject SUBJECT = Subject.of("/api/v1/events")
            .table("outbox.event", NOBODY, "type")
            .table("outbox.delivery", NOBODY, "listener");

    private Outbox() {}
}
