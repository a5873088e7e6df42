package dev.slipway.ordering.payment.provider.fake;

import dev.slipway.ordering.payment.provider.Answer.Reason;
import java.util.Optional;

/** What the fake provider can be told to do. */
enum Behaviour {
    SETTLE("pm_settle"),
    DECLINE("pm_declined"),
    INSUFFICIENT_FUNDS("pm_insufficient_funds"),
    EXPIRED("pm_expired"),
    UNAVAILABLE("pm_unavailable"),
    SLOW("pm_slow"),
    TWICE("pm_twice"),
    LOST("pm_lost");

    private final String method;

    Behaviour(String method) {
        this.method = method;
    }

    /** By the method, and by the default where that says nothing. */
    static Behaviour of(String method, Behaviour otherwise) {
        for (Behaviour behaviour : values()) {
            if (method.equals(behaviour.method) || method.startsWith(behaviour.method + "_")) {
                return behaviour;
            }
        }
        return otherwise;
    }

    /** Why it declines, if it does. */
    Optional<Reason> reason() {
        return switch (this) {
            case DECLINE -> Optional.of(Reason.DECLINED);
            case INSUFFICIENT_FUNDS -> Optional.of(Reason.INSUFFICIENT_FUNDS);
            case EXPIRED -> Optional.of(Reason.EXPIRED_METHOD);
            case SETTLE, UNAVAILABLE, SLOW, TWICE, LOST -> Optional.empty();
        };
    }
}
