package id.satuatap.isolation.subject;

import java.util.Map;

final class Documents {

    static final Subject SUBJECT = Subject.of("/api/v1/documents")
            .table(
                    "document.document",
                    "assessment:read audit:read", // the trail names the file
                    "media_type",
                    "sha256",
                    "sent_sha256",
                    "feature",
                    "audience",
                    "class",
                    "state",
                    "rendition")
            .table("file", "assessment:read")
            .makes(making ->
                    Map.of("document", Evidence.upload(making).path("document").asString()));

    private Documents() {}
}
