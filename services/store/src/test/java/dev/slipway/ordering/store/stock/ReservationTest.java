package dev.slipway.ordering.store.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReservationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID CUPS = UUID.randomUUID();
    private static final UUID JUGS = UUID.randomUUID();

    @Test
    void sellsWhatIsHeldOnce() {
        Reservation.Step sold = in(Reservation.Status.HELD).confirmed().orElseThrow();

        assertThat(sold.status()).isEqualTo(Reservation.Status.SOLD);
        assertThat(sold.effect().onHand(new Line(CUPS, 3))).isEqualTo(-3);
        assertThat(sold.effect().reserved(new Line(CUPS, 3))).isEqualTo(-3);
        assertThat(in(Reservation.Status.SOLD).confirmed()).isEmpty();
    }

    @Test
    void sellsNothingAfterACancellationOrARefusal() {
        assertThat(in(Reservation.Status.RELEASED).confirmed()).isEmpty();
        assertThat(in(Reservation.Status.REJECTED).confirmed()).isEmpty();
    }

    @Test
    void putsBackExactlyWhatWasTaken() {
        assertThat(in(Reservation.Status.HELD).cancelled())
                .contains(new Reservation.Step(Reservation.Status.RELEASED, Reservation.Effect.FREE));
        assertThat(in(Reservation.Status.SOLD).cancelled())
                .contains(new Reservation.Step(Reservation.Status.RELEASED, Reservation.Effect.PUT_BACK));
        assertThat(in(Reservation.Status.EXPIRED).cancelled())
                .contains(new Reservation.Step(Reservation.Status.RELEASED, Reservation.Effect.NONE));
        assertThat(in(Reservation.Status.SHORT).cancelled())
                .contains(new Reservation.Step(Reservation.Status.RELEASED, Reservation.Effect.NONE));
        assertThat(in(Reservation.Status.REJECTED).cancelled()).isEmpty();
        assertThat(in(Reservation.Status.RELEASED).cancelled()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Reservation.Status.class)
    void expiresOnlyWhenItIsHeldAndLate(Reservation.Status status) {
        assertThat(in(status).expired(NOW.plusSeconds(1)).isPresent()).isEqualTo(status == Reservation.Status.HELD);
        assertThat(in(status).expired(NOW)).isEmpty();
    }

    @Test
    void namesTheFirstThingThatStandsAgainstAnOrderAndAllThatIsMissing() {
        List<Line> lines = List.of(new Line(CUPS, 2), new Line(JUGS, 1));
        Item enough = new Item(true, 5, 3);
        Item sold = new Item(true, 3, 3);

        assertThat(Shortage.of(lines, Map.of(CUPS, enough, JUGS, enough))).isEmpty();
        assertThat(Shortage.of(lines, Map.of(CUPS, sold, JUGS, sold)))
                .contains(new Shortage(
                        Shortage.Reason.OUT_OF_STOCK,
                        List.of(new Shortage.Missing(CUPS, 2, 0), new Shortage.Missing(JUGS, 1, 0))));
        assertThat(Shortage.of(lines, Map.of(CUPS, new Item(false, 5, 0), JUGS, sold)))
                .map(Shortage::reason)
                .contains(Shortage.Reason.WITHDRAWN);
        assertThat(Shortage.of(lines, Map.of(CUPS, enough)))
                .contains(new Shortage(Shortage.Reason.UNKNOWN_PRODUCT, List.of(new Shortage.Missing(JUGS, 1, 0))));
    }

    @Test
    void refusesALineOfNothing() {
        assertThatThrownBy(() -> new Line(CUPS, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Reservation in(Reservation.Status status) {
        return new Reservation(UUID.randomUUID(), status, List.of(new Line(CUPS, 3)), Optional.of(NOW));
    }
}
