package id.satuatap.bench;

import id.satuatap.stack.Waiting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Requests at a steady rate, whether answers come or not, over connections of their own: what a slow answer makes late counts, too. */
final class Pace {

    /** @param milliseconds from the moment it was due */
    record Answer(int status, double milliseconds) {
        boolean good() {
            return status == 200;
        }
    }

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** So many a second for that long; the request by its number. */
    List<Answer> run(int perSecond, Duration time, IntFunction<HttpRequest> request) {
        int count = (int) (perSecond * time.toSeconds());
        long gap = Duration.ofSeconds(1).toNanos() / perSecond;
        var sent = new ArrayList<Future<Answer>>(count);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long due = start + i * gap;
                Waiting.pass(Duration.ofNanos(due - System.nanoTime()));
                int number = i;
                sent.add(workers.submit(() -> send(request.apply(number), due)));
            }
        } // waits for all
        return sent.stream().map(Future::resultNow).toList();
    }

    private Answer send(HttpRequest request, long due) throws InterruptedException {
        int status;
        try {
            status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException lost) {
            status = 0;
        }
        return new Answer(status, (System.nanoTime() - due) / 1e6);
    }

    static Samples milliseconds(List<Answer> answers) {
        return Samples.of(answers.stream().mapToDouble(Answer::milliseconds));
    }

    static long bad(List<Answer> answers) {
        return answers.stream().filter(answer -> !answer.good()).count();
    }
}
