package id.satuatap.citizen.tenant;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The portal is closed for now: its page says so, its API refuses with the same status. */
@ResponseStatus(HttpStatus.FORBIDDEN)
public class TenantSuspended extends RuntimeException {

    private static final long serialVersionUID = 1;
}
