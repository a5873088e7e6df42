package dev.slipway.ordering.starter.web;

import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as problem details; what is ours says nothing of the inside. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail details = ProblemException.details(
                HttpStatus.BAD_REQUEST, "invalid-request", "The request has fields that are not valid");
        List<Map<String, String>> errors = e.getBindingResult().getFieldErrors().stream()
                .map(Problems::error)
                .toList();
        details.setProperty("errors", errors);
        return handleExceptionInternal(e, details, headers, status, request);
    }

    private static Map<String, String> error(FieldError error) {
        return Map.of("field", error.getField(), "message", String.valueOf(error.getDefaultMessage()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getMostSpecificCause() instanceof BodyLimit.TooLargeException) {
            ProblemDetail details = ProblemException.details(
                    HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is larger than allowed");
            return handleExceptionInternal(e, details, headers, HttpStatus.CONTENT_TOO_LARGE, request);
        }
        ProblemDetail details = ProblemException.details(
                HttpStatus.BAD_REQUEST, "unreadable-request", "The body cannot be read as what is expected here");
        return handleExceptionInternal(e, details, headers, status, request);
    }

    /** A query that is no UTF-8. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<ProblemDetail> unreadable(InvalidParameterException e) {
        return ResponseEntity.badRequest()
                .body(ProblemException.details(
                        HttpStatus.BAD_REQUEST, "unreadable-request", "The query cannot be read"));
    }

    /** The database is away: worth trying again. */
    @ExceptionHandler({TransactionException.class, TransientDataAccessException.class})
    ResponseEntity<ProblemDetail> unavailable(Exception e) {
        LOG.error("A request failed for the database", e);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(ProblemException.details(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Try again in a moment"));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<ProblemDetail> failed(RuntimeException e) {
        if (e instanceof AccessDeniedException || e instanceof AuthenticationException) {
            throw e;
        }
        LOG.error("A request failed", e);
        return ResponseEntity.internalServerError()
                .body(ProblemException.details(
                        HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong here"));
    }
}
