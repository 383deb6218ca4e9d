package id.satuatap.core.shared;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may hear of an event, read a document, or find a thing: one value, the same for all of them. Written {@code public:news},
 * {@code assessment:read}, {@code complaint:answer@<office>} or {@code person:<id>}.
 *
 * @param kind whom the rest of the value names
 * @param name a topic, a permission, or a person's id
 * @param office within which office the permission is asked for; null for the whole tenant
 */
public record Audience(Kind kind, String name, @Nullable UUID office) {

    /** What an audience is made of. */
    public enum Kind {
        /** Everybody, signed in or not. */
        PUBLIC,
        /** Those whose role allows something. */
        PERMISSION,
        /** One person. */
        PERSON
    }

    private static final String PUBLIC = "public:";
    private static final String PERSON = "person:";

    public static Audience everybody(String topic) {
        return new Audience(Kind.PUBLIC, topic, null);
    }

    /** Those who have the permission, given by its key, somewhere in the tenant. */
    public static Audience of(String permission) {
        return new Audience(Kind.PERMISSION, permission, null);
    }

    /** Those who have the permission for this office, or for the whole tenant. */
    public static Audience of(String permission, UUID office) {
        return new Audience(Kind.PERMISSION, permission, office);
    }

    public static Audience person(UUID person) {
        return new Audience(Kind.PERSON, person.toString(), null);
    }

    /** Reads what {@link #toString} wrote. */
    public static Audience parse(String text) {
        if (text.startsWith(PUBLIC)) {
            return everybody(text.substring(PUBLIC.length()));
        }
        if (text.startsWith(PERSON)) {
            return person(UUID.fromString(text.substring(PERSON.length())));
        }
        var at = text.indexOf('@');
        return at < 0 ? of(text) : of(text.substring(0, at), UUID.fromString(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return switch (kind) {
            case PUBLIC -> PUBLIC + name;
            case PERSON -> PERSON + name;
            case PERMISSION -> office == null ? name : name + "@" + office;
        };
    }
}
