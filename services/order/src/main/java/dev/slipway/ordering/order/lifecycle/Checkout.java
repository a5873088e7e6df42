package dev.slipway.ordering.order.lifecycle;

import dev.slipway.ordering.order.catalogue.Product;
import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.starter.web.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What a customer does to orders. */
@Service
public final class Checkout {
    private final Orders orders;
    private final Saga saga;
    private final Materialized<Product> products;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final Clock clock;
    private final Patience patience;

    Checkout(
            Orders orders,
            Saga saga,
            Materialized<Product> products,
            TransactionOperations transactions,
            Ids ids,
            Clock clock,
            Patience patience) {
        this.orders = orders;
        this.saga = saga;
        this.products = products;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
        this.patience = patience;
    }

    /** So many of a product that somebody wants. */
    public record Wanted(UUID productId, int quantity) {}

    /** What somebody asks for; two with one key must be equal. */
    public record Request(List<Wanted> lines, Optional<String> paymentMethod) {}

    /** An order, and whether it is of this very request. */
    public record Placed(Order order, boolean isNew) {}

    /** Places an order once for each key of a user. */
    public Placed place(UUID user, String idempotencyKey, Request request) {
        String hash = Fingerprint.of(request);
        Optional<Placed> before = before(user, idempotencyKey, hash);
        if (before.isPresent()) {
            return before.get();
        }
        Order order = priced(user, request);
        boolean isNew = Boolean.TRUE.equals(transactions.execute(status -> saga.place(order, idempotencyKey, hash)));
        return isNew
                ? new Placed(order, true)
                : before(user, idempotencyKey, hash).orElseThrow();
    }

    /** Cancels an order of a user; one that is cancelled stays so. */
    public Order cancel(UUID user, UUID id) {
        transactions.executeWithoutResult(status -> {
            found(user, id);
            saga.cancel(id, CancelReason.CUSTOMER);
        });
        return found(user, id);
    }

    /** An order of a user; that of somebody else is as unknown as none. */
    public Order found(UUID user, UUID id) {
        return orders.find(user, id)
                .orElseThrow(
                        () -> new ProblemException(HttpStatus.NOT_FOUND, "unknown-order", "There is no order " + id));
    }

    private Optional<Placed> before(UUID user, String idempotencyKey, String hash) {
        Optional<String> known = orders.requestHash(user, idempotencyKey);
        if (known.isPresent() && !known.get().equals(hash)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "The Idempotency-Key was used for another order. Fix: take a new one");
        }
        return known.flatMap(same -> orders.byKey(user, idempotencyKey)).map(order -> new Placed(order, false));
    }

    private Order priced(UUID user, Request request) {
        Map<UUID, Integer> wanted = new LinkedHashMap<>();
        request.lines().forEach(line -> wanted.merge(line.productId(), line.quantity(), Math::addExact));
        List<Product> found = wanted.keySet().stream().map(this::forSale).toList();
        List<String> currencies =
                found.stream().map(Product::currency).distinct().toList();
        if (currencies.size() > 1) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "mixed-currencies", "The products are sold in " + currencies);
        }
        List<OrderLine> lines = found.stream()
                .map(product -> new OrderLine(
                        product.productId(),
                        product.name(),
                        Optional.ofNullable(wanted.get(product.productId())).orElseThrow(),
                        product.unitPrice()))
                .collect(Collectors.toUnmodifiableList());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Order.placed(
                ids.next(),
                user,
                lines,
                currencies.get(0),
                request.paymentMethod(),
                now,
                now.plus(patience.stockWithin()));
    }

    private Product forSale(UUID id) {
        return products.get(id.toString())
                .filter(Product::isForSale)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "unknown-product",
                        "There is no product " + id + " for sale"));
    }
}
