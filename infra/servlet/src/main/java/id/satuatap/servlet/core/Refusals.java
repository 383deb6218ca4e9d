package id.satuatap.servlet.core;

import id.satuatap.servlet.core.CoreRefused.Problem;
import id.satuatap.servlet.session.SignInNeeded;
import java.io.IOException;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what core says when it does not do what was asked. */
record Refusals(JsonMapper json) {

    /** What an answer that is not a success means for the person at the screen. */
    RuntimeException of(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        var problem = problem(status, response.getBody().readNBytes(1_000_000));
        return switch (status) {
            case 401 -> new SignInNeeded();
            case 502, 503, 504 -> new CoreAway("core", problem.detail(), null);
            default -> new CoreRefused(problem);
        };
    }

    private Problem problem(int status, byte[] body) {
        try {
            var problem = json.readValue(body, Problem.class);
            return problem != null && problem.status() == status ? problem : unspoken(status);
        } catch (JacksonException notJson) {
            return unspoken(status);
        }
    }

    private static Problem unspoken(int status) {
        return new Problem(null, "HTTP " + status, status, null, null, null, null);
    }
}
