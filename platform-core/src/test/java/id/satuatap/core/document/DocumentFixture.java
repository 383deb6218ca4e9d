package id.satuatap.core.document;

import id.satuatap.core.document.inspection.Mark;
import id.satuatap.core.shared.Audience;
import id.satuatap.core.shared.Ids;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A document as it stands in the register. */
final class DocumentFixture {

    private DocumentFixture() {}

    static Document document(UUID addedBy) {
        return new Document(
                Ids.next(),
                "bukti.pdf",
                "application/pdf",
                1,
                "0".repeat(64),
                "0".repeat(64),
                new Purpose("spbe", Classification.RESTRICTED, Audience.of("assessment:read"), null),
                new Condition(Condition.State.KEPT, null, Set.of(Mark.RESTRICTED)),
                addedBy,
                Instant.now());
    }

    /** One for which the virus scanner did not answer. */
    static Document quarantined(UUID addedBy, String name, String mediaType, Path content) throws IOException {
        var hash = Digests.sha256(content);
        return new Document(
                UUID.fromString(content.getFileName().toString()),
                name,
                mediaType,
                Files.size(content),
                hash,
                hash,
                new Purpose("spbe", Classification.RESTRICTED, Audience.of("assessment:read"), null),
                new Condition(Condition.State.QUARANTINED, null, Set.of()),
                addedBy,
                Instant.now());
    }
}
