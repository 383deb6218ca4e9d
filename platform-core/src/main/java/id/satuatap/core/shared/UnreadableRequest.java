package id.satuatap.core.shared;

import id.satuatap.text.UnwantedCharacter;
import org.jspecify.annotations.Nullable;
import org.springframework.core.codec.DecodingException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A request with malformed JSON, a wrong type, a missing parameter: says where, without naming our classes. */
final class UnreadableRequest {

    private UnreadableRequest() {}

    /** What is wrong with which field; null when it is not that of a field. */
    static @Nullable Fault fault(ServerWebInputException unreadable) {
        if (unreadable instanceof MissingRequestValueException missing) {
            return new Fault(missing.getName(), "fault.required");
        }
        return switch (cause(unreadable)) {
            case UnrecognizedPropertyException unknown -> new Fault(path(unknown), "fault.unknown");
            case DatabindException wrong when !wrong.getPath().isEmpty() -> fault(path(wrong), wrong.getCause());
            case JacksonException malformed -> null;
            case DecodingException malformed -> null;
            case null, default -> ofParameter(unreadable);
        };
    }

    private static @Nullable Fault ofParameter(ServerWebInputException unreadable) {
        var parameter = unreadable.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        return name == null ? null : fault(name, cause(unreadable));
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
}
