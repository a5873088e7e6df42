package dev.slipway.ordering.store.stock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stock in the database, where a constraint stands behind everything that is done here. */
@Component
final class Stock {
    private final JdbcClient database;

    Stock(JdbcClient database) {
        this.database = database;
    }

    /** What there is of the products, kept from everybody else; locked in one order, so that nobody waits in a circle. */
    Map<UUID, Item> lock(List<Line> lines) {
        Map<UUID, Item> items = new HashMap<>();
        database.sql("SELECT s.product_id, p.status = 'ACTIVE' AS for_sale, s.on_hand, s.reserved"
                        + " FROM stock s JOIN products p ON p.id = s.product_id"
                        + " WHERE s.product_id = ANY (:ids::uuid[]) ORDER BY s.product_id FOR UPDATE OF s")
                .param("ids", ids(lines))
                .query(row -> {
                    items.put(
                            row.getObject("product_id", UUID.class),
                            new Item(row.getBoolean("for_sale"), row.getLong("on_hand"), row.getLong("reserved")));
                });
        return items;
    }

    /** Changes what is locked; gives the revisions after it. */
    Map<UUID, Long> change(List<Line> lines, ToLongFunction<Line> onHand, ToLongFunction<Line> reserved) {
        Map<UUID, Long> revisions = new HashMap<>();
        database.sql("UPDATE stock s SET on_hand = s.on_hand + given.on_hand, reserved = s.reserved + given.reserved,"
                        + " revision = s.revision + 1"
                        + " FROM unnest(:ids::uuid[], :hand::bigint[], :reserved::bigint[])"
                        + " AS given (id, on_hand, reserved)"
                        + " WHERE s.product_id = given.id RETURNING s.product_id, s.revision")
                .param("ids", ids(lines))
                .param("hand", numbers(lines, onHand))
                .param("reserved", numbers(lines, reserved))
                .query(row -> {
                    revisions.put(row.getObject("product_id", UUID.class), row.getLong("revision"));
                });
        return revisions;
    }

    Optional<Item> lock(UUID product) {
        return Optional.ofNullable(lock(List.of(new Line(product, 1))).get(product));
    }

    /** Sets what is on the shelf; gives the revision after it. */
    long count(UUID product, long onHand) {
        return database.sql("UPDATE stock SET on_hand = ?, revision = revision + 1 WHERE product_id = ?"
                        + " RETURNING revision")
                .params(onHand, product)
                .query(Long.class)
                .single();
    }

    private static String[] ids(List<Line> lines) {
        return lines.stream().map(line -> line.productId().toString()).toArray(String[]::new);
    }

    private static Long[] numbers(List<Line> lines, ToLongFunction<Line> number) {
        return lines.stream().map(number::applyAsLong).toArray(Long[]::new);
    }
}
