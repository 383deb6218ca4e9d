package id.satuatap.core.shared;

import id.satuatap.text.UnwantedCharacter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import reactor.netty.channel.AbortedException;

/** The one place that knows which refusal is which HTTP status, and in which words it is said. */
final class Problems {

    private static final Pattern NO_ADDRESS = Pattern.compile("[^A-Za-z0-9.!#$%&'*+/=?^_`{|}~@-]");

    private final MessageSource sentences = Sentences.of("problems");

    Problem of(Throwable error, Locale locale) {
        return switch (DatabaseFailure.isDiskFull(error) ? new NoRoom() : error) {
            case BusinessException refusal -> refused(refusal, locale);
            case WebExchangeBindException invalid -> invalid(invalid, locale);
            case ServerWebInputException unreadable -> unreadable(unreadable, locale);
            case ServerErrorException blank
            when isPathValue(blank) -> badInput(new Fault(String.valueOf(blank.getReason()), "fault.type"), locale);
            case ResponseStatusException other -> standard(other.getStatusCode(), locale);
            case HttpMessageNotWritableException noSuchForm -> standard(HttpStatus.NOT_ACCEPTABLE, locale);
            case AbortedException senderGone -> standard(HttpStatus.BAD_REQUEST, locale);
            case DataBufferLimitException tooLarge -> standard(HttpStatus.CONTENT_TOO_LARGE, locale);
            default ->
                DatabaseFailure.isAway(error)
                        ? standard(HttpStatus.SERVICE_UNAVAILABLE, locale)
                        : standard(HttpStatus.INTERNAL_SERVER_ERROR, locale);
        };
    }

    /** A blank value in a path is read as none at all, which Spring takes for a mistake of ours. */
    private static boolean isPathValue(ServerErrorException error) {
        var parameter = error.getMethodParameter();
        return parameter != null && parameter.hasParameterAnnotation(PathVariable.class);
    }

    private Problem refused(BusinessException refusal, Locale locale) {
        var more = new LinkedHashMap<String, Object>();
        if (refusal instanceof BadInput bad) {
            more.put(
                    "faults",
                    bad.faults().stream().map(fault -> fault(fault, locale)).toList());
        }
        if (refusal instanceof Precondition version && version.current() != null) {
            more.put("current", version.current());
        }
        return new Problem(
                status(refusal), refusal.code(), sentence(refusal.code(), locale, refusal.arguments()), more);
    }

    private static HttpStatus status(BusinessException refusal) {
        return switch (refusal) {
            case BadInput bad -> HttpStatus.BAD_REQUEST;
            case Unauthenticated nobody -> HttpStatus.UNAUTHORIZED;
            case Forbidden forbidden -> HttpStatus.FORBIDDEN;
            case NoRoom full -> HttpStatus.INSUFFICIENT_STORAGE;
            case NotFound missing -> HttpStatus.NOT_FOUND;
            case Conflict conflict -> HttpStatus.CONFLICT;
            case RuleBroken rule -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Unacceptable content ->
                switch (content.reason()) {
                    case TOO_SLOW -> HttpStatus.REQUEST_TIMEOUT;
                    case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                    case RANGE -> HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE;
                    case TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
                };
            case Precondition version ->
                version.current() == null ? HttpStatus.PRECONDITION_REQUIRED : HttpStatus.PRECONDITION_FAILED;
        };
    }

    private Problem invalid(WebExchangeBindException invalid, Locale locale) {
        var faults = new ArrayList<Map<String, String>>();
        invalid.getFieldErrors()
                .forEach(error -> faults.add(Map.of("field", error.getField(), "message", message(error, locale))));
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "request.invalid",
                sentence("request.invalid", locale),
                Map.of("faults", faults));
    }

    /** Of an address that is not one, the first character that none has, if there is one. */
    private String message(FieldError error, Locale locale) {
        var foreign =
                "Email".equals(error.getCode()) ? NO_ADDRESS.matcher(String.valueOf(error.getRejectedValue())) : null;
        if (foreign == null || !foreign.find()) {
            return sentences.getMessage(error, locale);
        }
        var character = foreign.group();
        return sentence("fault.email.character", locale, character, UnwantedCharacter.name(character.codePointAt(0)));
    }

    private Problem unreadable(ServerWebInputException unreadable, Locale locale) {
        var fault = UnreadableRequest.fault(unreadable);
        return fault == null ? malformed(locale) : badInput(fault, locale);
    }

    private Problem badInput(Fault fault, Locale locale) {
        return refused(new BadInput(List.of(fault)), locale);
    }

    private Problem malformed(Locale locale) {
        return new Problem(
                HttpStatus.BAD_REQUEST, "request.malformed", sentence("request.malformed", locale), Map.of());
    }

    private Problem standard(HttpStatusCode status, Locale locale) {
        var code = "http." + status.value();
        return new Problem(status, code, sentence(code, locale), Map.of());
    }

    private Map<String, String> fault(Fault fault, Locale locale) {
        return Map.of("field", fault.field(), "message", sentence(fault.code(), locale, fault.arguments()));
    }

    private String sentence(String code, Locale locale, Object... arguments) {
        var fallback = sentences.getMessage("http.500", null, "", locale);
        return String.valueOf(sentences.getMessage(code, arguments, fallback, locale));
    }
}
