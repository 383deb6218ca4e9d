package id.satuatap.citizen.tenant;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The host names a tenant that isn't here. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchTenant extends RuntimeException {

    private static final long serialVersionUID = 1;
}
