package id.satuatap.citizen.announcement;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Never published here, not yet, or withdrawn: alike. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchAnnouncement extends RuntimeException {

    private static final long serialVersionUID = 1;
}
