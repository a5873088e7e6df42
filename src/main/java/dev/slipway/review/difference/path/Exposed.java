package dev.slipway.review.difference.path;

import dev.slipway.review.difference.shift.Direction;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.difference.shift.Shift;
import java.util.List;

/**
 * Something that can be reached from outside.
 *
 * @param subject {@code service ordering/order}
 * @param action {@code answer}
 * @param object {@code shop.example.com/api/orders}; what it begins with counts where it is a prefix
 * @param from whom
 */
record Exposed(String place, String subject, String action, String object, boolean isPrefix, Peer from) {
    boolean covers(Exposed other) {
        boolean isSame = place.equals(other.place) && subject.equals(other.subject) && action.equals(other.action);
        return isSame && coversObject(other) && from.covers(other.from);
    }

    private boolean coversObject(Exposed other) {
        return object.equals(other.object)
                || (isPrefix && other.object.startsWith(object.endsWith("/") ? object : object + "/"));
    }

    Shift shift(Direction direction) {
        boolean isOpen = from.isWorld();
        String whom = from.equals(Peer.ANYWHERE) && !object.isEmpty() ? "" : "from " + from;
        return new Shift(
                direction,
                Kind.EXPOSURE,
                place,
                subject,
                List.of(action),
                List.of((object + " " + whom).strip()),
                "",
                direction == Direction.WIDENED && isOpen && object.isEmpty());
    }
}
