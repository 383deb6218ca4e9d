package id.satuatap.isolation;

import id.satuatap.stack.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an answer, or nothing. */
@FunctionalInterface
public interface Check {

    @Nullable
    String fault(Answer answer) throws Exception;

    static Check status(int... statuses) {
        return holds(
                answer -> IntStream.of(statuses).anyMatch(status -> status == answer.status()),
                IntStream.of(statuses).boxed().toList());
    }

    static Check ok() {
        return holds(Answer::isOk, "2xx");
    }

    /** @param wanted for the report, if it does not hold */
    static Check holds(java.util.function.Predicate<Answer> condition, Object wanted) {
        return answer -> condition.test(answer)
                ? null
                : "answered %s %s, not %s".formatted(answer.brief(), answer.location(), wanted);
    }

    static Check has(String text) {
        return holds(answer -> answer.everything().contains(text), "with " + text);
    }

    static Check lacks(String text) {
        return holds(answer -> !answer.everything().contains(text), "without " + text);
    }

    static Check all(List<Check> checks) {
        return answer -> {
            for (var check : checks) {
                var fault = check.fault(answer);
                if (fault != null) {
                    return fault;
                }
            }
            return null;
        };
    }

    default Check and(Check other) {
        return all(List.of(this, other));
    }
}
