package id.satuatap.isolation;

import id.satuatap.stack.Answer;

/** How something that was tried ended, and what was seen of it. */
public record Seen(boolean holds, String figure) {

    public static Seen of(boolean holds, Object figure) {
        return new Seen(holds, String.valueOf(figure));
    }

    public static Seen ok(Answer answer) {
        return of(answer.isOk(), answer.brief());
    }

    public static Seen status(Answer answer, int status) {
        return of(answer.status() == status, answer.brief());
    }
}
