package dev.slipway.ordering.store.stock;

import dev.slipway.ordering.starter.outbox.Outbox;
import dev.slipway.ordering.store.catalogue.Outdated;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Sets stock aside for orders, sells it and puts it back. Each method runs in the transaction of its caller. An order has
 * one reservation, made by whichever of its events comes first; the stock of an order is locked before it is looked at.
 */
@Component
final class Reserving {
    private static final Logger LOG = LoggerFactory.getLogger(Reserving.class);

    private final Reservations reservations;
    private final Stock stock;
    private final Outdated outdated;
    private final Outbox outbox;
    private final Clock clock;
    private final Settings settings;
    private final MeterRegistry meters;

    /** How long stock is set aside: longer than order waits for stock and payment together. */
    @ConfigurationProperties("store")
    record Settings(Duration reservedFor) {}

    Reserving(
            Reservations reservations,
            Stock stock,
            Outdated outdated,
            Outbox outbox,
            Clock clock,
            Settings settings,
            MeterRegistry meters) {
        this.reservations = reservations;
        this.stock = stock;
        this.outdated = outdated;
        this.outbox = outbox;
        this.clock = clock;
        this.settings = settings;
        this.meters = meters;
    }

    /** Sets aside all that an order asks for, or nothing. Does nothing for one that is known: it may be cancelled. */
    void placed(UUID order, List<Line> ordered) {
        List<Line> lines = merged(ordered);
        Instant expiresAt = clock.instant().plus(settings.reservedFor());
        if (!reservations.insert(new Reservation(order, Reservation.Status.HELD, lines, Optional.of(expiresAt)))) {
            LOG.info("Order {} is known", order);
            return;
        }
        Optional<Shortage> shortage = Shortage.of(lines, stock.lock(lines));
        if (shortage.isPresent()) {
            reservations.update(order, Reservation.Status.REJECTED);
            outbox.publish("stock.rejected", order, StockEvents.Rejected.of(order, shortage.get()));
            return;
        }
        outdated.add(stock.change(lines, line -> 0, Line::quantity));
        outbox.publish("stock.reserved", order, new StockEvents.Reserved(order, lines, expiresAt));
    }

    /** Sells what is set aside. */
    void confirmed(UUID order) {
        Reservation reservation = reservations
                .lock(order)
                .orElseThrow(() -> new IllegalStateException("Order " + order + " is confirmed and not known"));
        reservation.confirmed().ifPresent(step -> {
            if (step.effect() == Reservation.Effect.SELL_FREE
                    && Shortage.of(reservation.lines(), anyway(stock.lock(reservation.lines())))
                            .isPresent()) {
                LOG.error("Order {} was confirmed after its reservation had expired, and its stock is gone", order);
                meters.counter("stock.short").increment();
                reservations.update(order, Reservation.Status.SHORT);
            } else {
                take(reservation, step);
            }
        });
    }

    /** Puts back what an order has, or remembers that it is to have nothing. */
    void cancelled(UUID order) {
        if (!reservations.insert(new Reservation(order, Reservation.Status.RELEASED, List.of(), Optional.empty()))) {
            Reservation reservation = reservations.lock(order).orElseThrow();
            reservation.cancelled().ifPresent(step -> take(reservation, step));
        }
    }

    /** Puts back what nobody wanted in time; gives how many reservations that were. */
    int expire(int most) {
        Instant now = clock.instant();
        List<Reservation> expired = reservations.lockExpired(now, most);
        expired.forEach(reservation -> reservation.expired(now).ifPresent(step -> take(reservation, step)));
        return expired.size();
    }

    private void take(Reservation reservation, Reservation.Step step) {
        reservations.update(reservation.orderId(), step.status());
        if (step.effect() != Reservation.Effect.NONE) {
            stock.lock(reservation.lines());
            outdated.add(stock.change(reservation.lines(), step.effect()::onHand, step.effect()::reserved));
        }
    }

    /** What is paid is sold, also where it has been withdrawn since. */
    private static Map<UUID, Item> anyway(Map<UUID, Item> items) {
        Map<UUID, Item> forSale = new LinkedHashMap<>();
        items.forEach((id, item) -> forSale.put(id, new Item(true, item.onHand(), item.reserved())));
        return forSale;
    }

    private static List<Line> merged(List<Line> lines) {
        Map<UUID, Integer> quantities = new LinkedHashMap<>();
        lines.forEach(line -> quantities.merge(line.productId(), line.quantity(), Math::addExact));
        return quantities.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }
}
