package id.satuatap.admin.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Core's refusal: an {@code application/problem+json} whose sentence is already in the person's language. */
public final class CoreRefused extends RuntimeException {

    private final transient Problem problem;

    public CoreRefused(Problem problem) {
        super(problem.status() + " " + problem.type());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public int status() {
        return problem.status();
    }

    /** The sentence to show. */
    public String sentence() {
        return problem.detail() != null ? problem.detail() : String.valueOf(problem.title());
    }

    /** The body of a refusal. {@code current} is there when a stale version was sent. */
    public record Problem(
            @Nullable String type,
            @Nullable String title,
            int status,
            @Nullable String detail,
            @Nullable String requestId,
            @Nullable List<Fault> faults,
            @Nullable JsonNode current) {

        /** One field that was wrong. */
        public record Fault(String field, String message) {}
    }
}
