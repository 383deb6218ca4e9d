package id.satuatap.citizen.core;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Platform-core gave no answer, and nothing remembered will do. */
@ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
public class CoreAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CoreAway(Exception cause) {
        super("platform-core gave no answer", cause);
    }
}
