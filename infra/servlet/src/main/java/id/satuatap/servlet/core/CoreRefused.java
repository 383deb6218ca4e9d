package id.satuatap.servlet.core;

import java.util.List;
import java.util.Objects;
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

    /** Each field that was wrong. */
    public List<Problem.Fault> faults() {
        return Objects.requireNonNullElse(problem.faults(), List.of());
    }

    /** What is wrong with that field; the sentence about the whole where nothing is said of it. */
    public String sentence(String field) {
        return faults().stream()
                .filter(fault -> fault.field().equals(field))
                .map(Problem.Fault::message)
                .findFirst()
                .orElseGet(this::sentence);
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
