package dev.slipway.ordering.store.catalogue;

import dev.slipway.ordering.starter.security.Caller;
import dev.slipway.ordering.starter.web.ProblemException;
import org.springframework.http.HttpStatus;

/** Those who run the shop. */
public final class Operators {
    private Operators() {}

    /** Ends the request of anybody else. */
    public static void require(Caller caller) {
        if (!caller.isOperator()) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "This is for operators");
        }
    }
}
