package dev.slipway.ordering.store.catalogue;

import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.starter.outbox.Outbox;
import dev.slipway.ordering.starter.web.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Products: read by everybody, changed by operators, published with each change. */
@Service
final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final Products products;
    private final ProductCache cache;
    private final Outdated outdated;
    private final Materialized<Category> categories;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Ids ids;
    private final MeterRegistry meters;

    Catalogue(
            Products products,
            ProductCache cache,
            Outdated outdated,
            Materialized<Category> categories,
            Outbox outbox,
            TransactionOperations transactions,
            Ids ids,
            MeterRegistry meters) {
        this.products = products;
        this.cache = cache;
        this.outdated = outdated;
        this.categories = categories;
        this.outbox = outbox;
        this.transactions = transactions;
        this.ids = ids;
        this.meters = meters;
    }

    /** From the cache, and from the database where that does not know it or is away. */
    ProductView read(UUID id) {
        Optional<ProductView> cached = cache.get(id);
        meters.counter("cache.reads", "result", cached.isPresent() ? "hit" : "miss")
                .increment();
        return cached.orElseGet(() -> {
            Products.Seen seen = products.find(id).orElseThrow(() -> unknown(id));
            cache.put(seen);
            return seen.view();
        });
    }

    /** Tells of a look at a product, which nobody is refused because it cannot be told. */
    void viewed(UUID user, UUID product) {
        try {
            transactions.executeWithoutResult(
                    status -> outbox.publish("store.product.viewed", user, new ProductEvents.Viewed(user, product)));
        } catch (RuntimeException e) {
            meters.counter("store.views.lost").increment();
            LOG.warn("A view is not told of: {}", e.getClass().getSimpleName());
        }
    }

    ProductView create(ProductBody body) {
        checkCategory(body.category());
        Product product = Product.created(ids.next(), body);
        transactions.executeWithoutResult(status -> {
            products.insert(product, Optional.ofNullable(body.stock()).orElse(0L));
            publish(product);
        });
        return read(product.id());
    }

    /** Changes a product that is still as the operator has seen it. */
    ProductView change(UUID id, ProductBody body) {
        transactions.executeWithoutResult(status -> {
            Product before = products.lock(id).orElseThrow(() -> unknown(id));
            int seen = Optional.ofNullable(body.version()).orElse(0);
            if (before.version() != seen) {
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "product-changed",
                        "The product has version %s by now. Fix: read it, and send that version with the change"
                                .formatted(before.version()));
            }
            if (!before.category().equals(body.category())) {
                checkCategory(body.category());
            }
            Product after = before.changed(
                    body, "withdrawn".equals(body.status()) ? Product.Status.WITHDRAWN : Product.Status.ACTIVE);
            outdated.add(Map.of(id, products.update(after)));
            publish(after);
        });
        return read(id);
    }

    private void publish(Product product) {
        outbox.publish("store.product", product.id(), ProductEvents.Current.of(product));
    }

    private void checkCategory(String code) {
        if (categories.get(code).filter(Category::takesProducts).isEmpty()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "unknown-category",
                    "The category (" + code + ") must be an active one of the reference data");
        }
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown-product", "There is no product " + id);
    }
}
