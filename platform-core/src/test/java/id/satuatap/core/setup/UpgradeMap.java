package id.satuatap.core.setup;

import java.util.Map;
import java.util.Set;

/**
 * Where the newest schema keeps what the schema of the dump (V010) kept elsewhere: the one place to change when a migration moves
 * something. What is not named here must be where it was.
 */
final class UpgradeMap {

    /** Holds one row for each tenant and person: id, issuer, subject, name, email, machine. */
    static final String PERSON = "access.person";

    /** Each release brings its own. */
    static final Set<String> REFERENCE = Set.of("tenancy.region", "spbe.source", "spbe.official_result");

    /** Tables that got another name. */
    static final Map<String, String> TABLES =
            Map.of("opd.office", "office.office", "opd.office_count", "office.office_count");

    /** Columns, as {@code schema.table.column} of the dump, that got another name. */
    static final Map<String, String> COLUMNS = Map.of("opd.office.kind", "form");

    /** Written anew when the trail is chained anew, or kept for each listener: that the chain proves, and who is owed, are tests of their own. */
    static final Set<String> OTHERWISE = Set.of(
            "audit.entry.hash",
            "audit.entry.previous_hash",
            "outbox.event.relayed_at",
            "outbox.event.attempts",
            "outbox.event.next_attempt_at");

    /** What the upgrade itself added, by the type of the entry: that the trail was chained anew. */
    static final String CHAINED_ANEW = "audit.chained-anew";

    /** Stood where nobody acted but the platform; the id there is null now. */
    static final String SYSTEM = "system";

    /** Stand where a subject stands, and are no account of identity: who filled the demo, who restored a backup. */
    static final Set<String> NO_ACCOUNT = Set.of(SYSTEM, "simulasi", "Budi Santoso, tiket 4711");

    /**
     * A column that held the subject of an account.
     *
     * @param id the column that holds the person's id instead
     * @param about columns that told more of the person, which may go: of the person's row, the column that tells it now
     */
    record By(String id, Map<String, String> about) {}

    static final Map<String, By> PEOPLE = Map.of(
            "access.membership.subject",
                    new By(
                            "person_id",
                            Map.of("issuer", "issuer", "name", "name", "email", "email", "machine", "machine")),
            "audit.entry.actor", new By("actor", Map.of("actor_name", "name")),
            "document.document.added_by", new By("added_by", Map.of("added_name", "name")),
            "outbox.event.actor", new By("actor", Map.of("actor_name", "name")),
            "spbe.answer.updated_by", new By("updated_by", Map.of("updated_by_name", "name")),
            "spbe.answer_version.saved_by", new By("saved_by", Map.of("saved_by_name", "name")),
            "spbe.assessment.created_by", new By("created_by", Map.of()),
            "spbe.evidence.removed_by", new By("removed_by", Map.of()),
            "spbe.sharing.shared_by", new By("shared_by", Map.of()),
            "tenancy.idempotency.caller", new By("caller", Map.of()));

    private UpgradeMap() {}

    static String table(String before) {
        return TABLES.getOrDefault(before, before);
    }
}
