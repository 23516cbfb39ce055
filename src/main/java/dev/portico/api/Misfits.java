package dev.portico.api;

import dev.portico.api.Problem.Misfit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.UnsatisfiedServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says which field of a body, or which parameter, does not fit, and where it is. No value that was sent is repeated.
final class Misfits {

    private Misfits() {}

    /// Bodies and parameters that cannot be read at all; empty for any other failure.
    static Optional<Problem> unreadable(Exception failure, String request) {
        if (failure instanceof HttpMessageNotReadableException) {
            return Optional.of(invalid(request, List.of(body(failure.getCause()))));
        }
        if (failure instanceof MethodArgumentTypeMismatchException mismatch) {
            Misfit misfit = new Misfit(
                    mismatch.getName(), place(mismatch), "does not fit " + expected(mismatch.getRequiredType()));
            return Optional.of(invalid(request, List.of(misfit)));
        }
        if (failure instanceof UnknownParameter unknown) {
            return Optional.of(invalid(request, List.of(unknown.misfit())));
        }
        return Optional.empty();
    }

    /// What the framework refuses: methods, media types, missing parameters, values that break a constraint.
    static ResponseEntity<Problem> answer(Exception failure, ErrorResponse answer, String request) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(answer.getHeaders());
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(problem(failure, answer, request), headers, answer.getStatusCode());
    }

    private static Problem problem(Exception failure, ErrorResponse answer, String request) {
        return switch (failure) {
            case MethodArgumentNotValidException invalid -> invalid(request, fields(invalid));
            case HandlerMethodValidationException invalid -> invalid(request, parameters(invalid));
            case MissingServletRequestParameterException missing ->
                invalid(request, List.of(new Misfit(missing.getParameterName(), "query", "is missing")));
            case UnsatisfiedServletRequestParameterException unmet -> invalid(request, conditions(unmet));
            case MissingRequestHeaderException missing ->
                invalid(request, List.of(new Misfit(missing.getHeaderName(), "header", "is missing")));
            default -> refusedByFramework(answer, request);
        };
    }

    private static Problem refusedByFramework(ErrorResponse answer, String request) {
        int status = answer.getStatusCode().value();
        @Nullable HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Refused" : known.getReasonPhrase();
        String code =
                switch (status) {
                    case 404 -> "route-unknown";
                    case 405 -> "method-not-allowed";
                    case 406 -> "answer-type";
                    case 415 -> "body-type";
                    default -> "refused-" + status;
                };
        @Nullable String detail = answer.getBody().getDetail();
        return status >= 500
                ? Problems.unexpected(request)
                : Problem.of(status, title, code, detail == null ? title : detail, request);
    }

    private static Problem invalid(String request, List<Misfit> misfits) {
        Misfit first = misfits.getFirst();
        String field =
                first.field().isEmpty() ? "The " + first.place() : "\"" + first.field() + "\" in the " + first.place();
        String more = misfits.size() > 1 ? " (and " + (misfits.size() - 1) + " more, see problems)" : "";
        return Problem.of(400, "Not valid", "invalid-request", field + " " + first.message() + more + ".", request)
                .with(misfits);
    }

    private static List<Misfit> fields(MethodArgumentNotValidException invalid) {
        String place = invalid.getParameter().hasParameterAnnotation(RequestBody.class) ? "body" : "query";
        List<Misfit> misfits = new ArrayList<>();
        for (FieldError error : invalid.getBindingResult().getFieldErrors()) {
            misfits.add(new Misfit(error.getField(), place, message(error)));
        }
        invalid.getBindingResult()
                .getGlobalErrors()
                .forEach(error -> misfits.add(new Misfit("", place, message(error))));
        misfits.sort(Comparator.comparing(Misfit::field));
        return misfits;
    }

    /// Parameters that take one of some values, such as `format=csv`, by which the call is chosen.
    private static List<Misfit> conditions(UnsatisfiedServletRequestParameterException unmet) {
        Map<String, Set<String>> values = new TreeMap<>();
        for (String[] group : unmet.getParamConditionGroups()) {
            for (String condition : group) {
                int equals = condition.indexOf('=');
                String name = equals < 0 ? condition : condition.substring(0, equals);
                values.computeIfAbsent(name, any -> new TreeSet<>())
                        .add(equals < 0 ? "any value" : condition.substring(equals + 1));
            }
        }
        List<Misfit> misfits = new ArrayList<>();
        values.forEach((name, known) ->
                misfits.add(new Misfit(name, "query", "is missing or is not one of " + String.join(", ", known))));
        return misfits.isEmpty() ? List.of(new Misfit("", "request", "does not fit")) : misfits;
    }

    private static List<Misfit> parameters(HandlerMethodValidationException invalid) {
        List<Misfit> misfits = new ArrayList<>();
        invalid.getParameterValidationResults().forEach(result -> {
            @Nullable String name = result.getMethodParameter().getParameterName();
            String place = result.getMethodParameter().hasParameterAnnotation(PathVariable.class) ? "path" : "query";
            result.getResolvableErrors()
                    .forEach(error -> misfits.add(new Misfit(name == null ? "" : name, place, message(error))));
        });
        return misfits.isEmpty() ? List.of(new Misfit("", "request", "breaks a rule")) : misfits;
    }

    private static Misfit body(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                new Misfit(path(unknown), place(unknown), "is not a field that is known here");
            case InvalidFormatException format ->
                new Misfit(path(format), place(format), "does not fit " + expected(format.getTargetType()));
            case MismatchedInputException mismatch ->
                new Misfit(path(mismatch), place(mismatch), "does not fit " + expected(mismatch.getTargetType()));
            case StreamConstraintsException large -> new Misfit("", place(large), beyond(large));
            case JacksonException json -> new Misfit("", place(json), "is no valid JSON");
            case null, default -> new Misfit("", "body", "is missing or cannot be read");
        };
    }

    private static String beyond(StreamConstraintsException large) {
        return String.valueOf(large.getMessage()).contains("nesting depth")
                ? "nests objects and lists deeper than " + StreamReadConstraints.DEFAULT_MAX_DEPTH + " levels"
                : "holds a name, number or text that is too long";
    }

    private static String path(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            @Nullable String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static String place(JacksonException failure) {
        @Nullable TokenStreamLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? "body"
                : "body, line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static String place(MethodArgumentTypeMismatchException mismatch) {
        if (mismatch.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return "path";
        }
        return mismatch.getParameter().hasParameterAnnotation(RequestHeader.class) ? "header" : "query";
    }

    private static String message(MessageSourceResolvable error) {
        if (error instanceof FieldError field && field.contains(TypeMismatchException.class)) {
            return "does not fit "
                    + expected(field.unwrap(TypeMismatchException.class).getRequiredType());
        }
        @Nullable String message = error.getDefaultMessage();
        return message == null ? "does not fit" : message;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "what is expected here";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "an id (a UUID)";
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a text";
            case "EntityRef" -> "an entity's ref such as component:default/fares";
            case "Instant" -> "a time such as 2026-11-21T12:00:00Z";
            default -> type.isEnum() ? oneOf(type) : "what is expected here";
        };
    }

    private static String oneOf(Class<?> values) {
        return "one of "
                + Arrays.stream(values.getEnumConstants())
                        .map(value -> ((Enum<?>) value).name())
                        .collect(Collectors.joining(", "));
    }
}
