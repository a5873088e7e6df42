package dev.slipway.review.difference.path;

import dev.slipway.review.difference.shift.Direction;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.difference.shift.Shift;
import java.util.List;

/** One way that packets may take: who may accept what from whom, or reach what at whom. */
record Path(Kind kind, String place, String subject, String verb, Ports ports, Peer peer) {
    boolean covers(Path other) {
        return kind == other.kind
                && place.equals(other.place)
                && subject.equals(other.subject)
                && verb.equals(other.verb)
                && ports.covers(other.ports)
                && peer.covers(other.peer);
    }

    Shift shift(Direction direction) {
        boolean isAccepting = verb.equals("accept");
        return new Shift(
                direction,
                kind,
                place,
                subject,
                List.of(verb + " " + ports),
                List.of((isAccepting ? "from " : "at ") + peer),
                "",
                direction == Direction.WIDENED && peer.isWorld() && isAccepting);
    }
}
