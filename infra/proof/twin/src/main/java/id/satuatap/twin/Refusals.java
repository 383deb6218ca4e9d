package id.satuatap.twin;

import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
class Refusals {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return ResponseEntity.status(refused.status()).body(ProblemDetail.forStatus(refused.status()));
    }
}
