package id.satuatap.core.shared;

import id.satuatap.text.UnwantedCharacter;
import io.r2dbc.spi.R2dbcException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerErrorException;
import org.springframework.web.server.ServerWebInputException;
import reactor.netty.channel.AbortedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The one place that knows which refusal is which HTTP status, and in which words it is said. */
final class Problems {

    private static final String DISK_FULL = "53100";
    private static final Pattern NO_ADDRESS = Pattern.compile("[^A-Za-z0-9.!#$%&'*+/=?^_`{|}~@-]");

    private final MessageSource sentences = Sentences.of("problems");

    Problem of(Throwable error, Locale locale) {
        return switch (isDiskFull(error) ? new NoRoom() : error) {
            case BusinessException refusal -> refused(refusal, locale);
            case WebExchangeBindException invalid -> invalid(invalid, locale);
            case ServerWebInputException unreadable -> unreadable(unreadable, locale);
            case ServerErrorException blank
            when isPathValue(blank) -> badInput(new Fault(String.valueOf(blank.getReason()), "fault.type"), locale);
            case ResponseStatusException other -> standard(other.getStatusCode(), locale);
            case HttpMessageNotWritableException noSuchForm -> standard(HttpStatus.NOT_ACCEPTABLE, locale);
            case AbortedException senderGone -> standard(HttpStatus.BAD_REQUEST, locale);
            case DataBufferLimitException tooLarge -> standard(HttpStatus.CONTENT_TOO_LARGE, locale);
            case DataAccessResourceFailureException away -> standard(HttpStatus.SERVICE_UNAVAILABLE, locale);
            case TransientDataAccessException away -> standard(HttpStatus.SERVICE_UNAVAILABLE, locale);
            case CannotCreateTransactionException away -> standard(HttpStatus.SERVICE_UNAVAILABLE, locale);
            default ->
                isDatabaseAway(error)
                        ? standard(HttpStatus.SERVICE_UNAVAILABLE, locale)
                        : standard(HttpStatus.INTERNAL_SERVER_ERROR, locale);
        };
    }

    /** The database's own disk: it says so, however deep that is wrapped. */
    private static boolean isDiskFull(Throwable error) {
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException refused && DISK_FULL.equals(refused.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    /** A blank value in a path is read as none at all, which Spring takes for a mistake of ours. */
    private static boolean isPathValue(ServerErrorException error) {
        var parameter = error.getMethodParameter();
        return parameter != null && parameter.hasParameterAnnotation(PathVariable.class);
    }

    private static boolean isDatabaseAway(Throwable error) {
        return error instanceof io.r2dbc.spi.R2dbcNonTransientResourceException
                || error instanceof io.r2dbc.spi.R2dbcTransientResourceException
                || error instanceof io.r2dbc.spi.R2dbcTimeoutException;
    }

    private Problem refused(BusinessException refusal, Locale locale) {
        var status = switch (refusal) {
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
                    case TYPE -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
                };
            case Precondition version ->
                version.current() == null ? HttpStatus.PRECONDITION_REQUIRED : HttpStatus.PRECONDITION_FAILED;
        };
        var more = new LinkedHashMap<String, Object>();
        if (refusal instanceof BadInput bad) {
            more.put(
                    "faults",
                    bad.faults().stream().map(fault -> fault(fault, locale)).toList());
        }
        if (refusal instanceof Precondition version && version.current() != null) {
            more.put("current", version.current());
        }
        return new Problem(status, refusal.code(), sentence(refusal.code(), locale, refusal.arguments()), more);
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

    /** Malformed JSON, a wrong type, a missing parameter: says where, without naming our classes. */
    private Problem unreadable(ServerWebInputException unreadable, Locale locale) {
        var cause = cause(unreadable);
        if (unreadable instanceof MissingRequestValueException missing) {
            return badInput(new Fault(missing.getName(), "fault.required"), locale);
        }
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return badInput(new Fault(path(unknown), "fault.unknown"), locale);
        }
        if (cause instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            return badInput(fault(path(wrong), wrong.getCause()), locale);
        }
        if (cause instanceof JacksonException || cause instanceof DecodingException) {
            return standardAs("request.malformed", locale);
        }
        var parameter = unreadable.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        return name == null ? standardAs("request.malformed", locale) : badInput(fault(name, cause), locale);
    }

    private static Fault fault(String field, @Nullable Throwable why) {
        return why instanceof UnwantedCharacter unwanted ? unwanted(field, unwanted) : new Fault(field, "fault.type");
    }

    private static Fault unwanted(String field, UnwantedCharacter found) {
        var sentence = switch (found.why()) {
            case NULL -> "fault.character.null";
            case HALF -> "fault.character.half";
            case NONE -> "fault.character.none";
        };
        return new Fault(field, sentence, found.called(), String.valueOf(found.place()));
    }

    private static @Nullable Throwable cause(Throwable error) {
        var cause = error.getCause();
        while (cause != null && !(cause instanceof JacksonException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String path(DatabindException wrong) {
        var path = new StringBuilder();
        for (var step : wrong.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private Problem badInput(Fault fault, Locale locale) {
        return refused(new BadInput(List.of(fault)), locale);
    }

    private Problem standardAs(String code, Locale locale) {
        return new Problem(HttpStatus.BAD_REQUEST, code, sentence(code, locale), Map.of());
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
