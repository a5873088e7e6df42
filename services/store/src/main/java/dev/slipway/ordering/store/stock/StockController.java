package dev.slipway.ordering.store.stock;

import dev.slipway.ordering.starter.security.Caller;
import dev.slipway.ordering.starter.web.ProblemException;
import dev.slipway.ordering.store.catalogue.Operators;
import dev.slipway.ordering.store.catalogue.Outdated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stock of a product, for operators. */
@RestController
@RequestMapping("/api/products/{id}/stock")
final class StockController {
    private final Stock stock;
    private final Outdated outdated;
    private final TransactionOperations transactions;

    StockController(Stock stock, Outdated outdated, TransactionOperations transactions) {
        this.stock = stock;
        this.outdated = outdated;
        this.transactions = transactions;
    }

    /** How many are on the shelf, and how many of them are set aside for orders. */
    record StockView(long onHand, long reserved, long available) {
        static StockView of(Item item) {
            return new StockView(item.onHand(), item.reserved(), item.available());
        }
    }

    /**
     * How many were counted on the shelf.
     *
     * @param before how many there should have been; the count is refused if there have been sales meanwhile
     */
    record Counted(
            @NotNull @Min(0) @Max(1_000_000_000) Long onHand,
            @Nullable @Min(0) Long before) {}

    @GetMapping
    StockView read(Caller caller, @PathVariable UUID id) {
        Operators.require(caller);
        return Objects.requireNonNull(transactions.execute(status -> StockView.of(found(id))));
    }

    @PutMapping
    StockView count(Caller caller, @PathVariable UUID id, @Valid @RequestBody Counted counted) {
        Operators.require(caller);
        return Objects.requireNonNull(transactions.execute(status -> {
            Item item = found(id);
            if (counted.before() != null && counted.before() != item.onHand()) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "stock-changed",
                        "There are %s by now. Fix: count again".formatted(item.onHand()));
            }
            if (counted.onHand() < item.reserved()) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "stock-reserved",
                        "The stock (%s) must be at least the %s that are set aside for orders"
                                .formatted(counted.onHand(), item.reserved()));
            }
            outdated.add(Map.of(id, stock.count(id, counted.onHand())));
            return StockView.of(new Item(item.forSale(), counted.onHand(), item.reserved()));
        }));
    }

    private Item found(UUID id) {
        return stock.lock(id)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "unknown-product", "There is no product " + id));
    }
}
