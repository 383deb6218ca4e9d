package id.satuatap.citizen.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** An address whose part cannot be what stands there, such as an id that is none, leads nowhere: 404 as for any other. */
@ControllerAdvice
class WrongAddresses {

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    void refuse(MethodArgumentTypeMismatchException wrong, HttpServletResponse response) throws IOException {
        var isAddress = wrong.getParameter().hasParameterAnnotation(PathVariable.class);
        response.sendError((isAddress ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
    }
}
