package dev.slipway.ordering.store.stock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is set aside for an order. Each step gives what is to be done, or nothing where it comes too late or twice.
 *
 * @param lines each product once; none where the order was cancelled before it was placed
 */
record Reservation(UUID orderId, Status status, List<Line> lines, Optional<Instant> expiresAt) {
    Reservation {
        lines = List.copyOf(lines);
    }

    /** Where it stands. */
    enum Status {
        /** Set aside, until it expires. */
        HELD,
        /** There was not enough. */
        REJECTED,
        /** Nobody confirmed or cancelled it in time: put back. */
        EXPIRED,
        /** Sold: it has left the shelf. */
        SOLD,
        /** Confirmed after it had expired, when there was not enough any more: somebody has to look after it. */
        SHORT,
        /** The order was cancelled: whatever was taken is back. */
        RELEASED
    }

    /** What a step does to the stock of each line, for one of its quantity. */
    enum Effect {
        NONE(0, 0),
        /** What was set aside leaves the shelf. */
        SELL_HELD(-1, -1),
        /** Something that was not set aside any more leaves the shelf, if there is enough. */
        SELL_FREE(-1, 0),
        /** What was set aside is for sale again. */
        FREE(0, -1),
        /** What had left comes back. */
        PUT_BACK(1, 0);

        private final int onHand;
        private final int reserved;

        Effect(int onHand, int reserved) {
            this.onHand = onHand;
            this.reserved = reserved;
        }

        long onHand(Line line) {
            return (long) onHand * line.quantity();
        }

        long reserved(Line line) {
            return (long) reserved * line.quantity();
        }
    }

    /** What becomes of a reservation, and of the stock. */
    record Step(Status status, Effect effect) {}

    /** The order is paid. */
    Optional<Step> confirmed() {
        return switch (status) {
            case HELD -> Optional.of(new Step(Status.SOLD, Effect.SELL_HELD));
            case EXPIRED -> Optional.of(new Step(Status.SOLD, Effect.SELL_FREE));
            case REJECTED, SOLD, SHORT, RELEASED -> Optional.empty();
        };
    }

    /** The order is given up, be it after it was paid. */
    Optional<Step> cancelled() {
        return switch (status) {
            case HELD -> Optional.of(new Step(Status.RELEASED, Effect.FREE));
            case SOLD -> Optional.of(new Step(Status.RELEASED, Effect.PUT_BACK));
            case EXPIRED, SHORT -> Optional.of(new Step(Status.RELEASED, Effect.NONE));
            case REJECTED, RELEASED -> Optional.empty();
        };
    }

    /** Its time is up. */
    Optional<Step> expired(Instant now) {
        return status == Status.HELD && expiresAt.filter(now::isAfter).isPresent()
                ? Optional.of(new Step(Status.EXPIRED, Effect.FREE))
                : Optional.empty();
    }
}
