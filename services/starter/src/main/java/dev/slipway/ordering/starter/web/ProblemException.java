package dev.slipway.ordering.starter.web;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Ends a request with problem details (RFC 9457).
 *
 * <pre>{@code
 * throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-order", "There is no order " + id);
 * }</pre>
 */
public final class ProblemException extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    public ProblemException(HttpStatus status, String code, String detail) {
        super(status, details(status, code, detail), null);
    }

    static ProblemDetail details(HttpStatus status, String code, String detail) {
        ProblemDetail details = ProblemDetail.forStatusAndDetail(status, detail);
        details.setType(URI.create("urn:slipway:problem:" + code));
        return details;
    }
}
