package dev.slipway.ordering.ai.interest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counts in the database. Each statement adds what one event tells, in the transaction that remembers the event. */
@Component
final class Counts {
    private final JdbcClient database;

    Counts(JdbcClient database) {
        this.database = database;
    }

    void bought(UUID user, Basket basket, Instant at) {
        String[] products = texts(basket.products(), UUID::toString);
        List<Basket.Pair> pairs = basket.pairs();
        database.sql("INSERT INTO bought_together (product_id, other_id, orders)"
                        + " SELECT product, other, 1 FROM unnest(:products::uuid[], :others::uuid[])"
                        + " AS given (product, other) ON CONFLICT (product_id, other_id)"
                        + " DO UPDATE SET orders = bought_together.orders + 1")
                .param("products", texts(pairs, pair -> pair.product().toString()))
                .param("others", texts(pairs, pair -> pair.other().toString()))
                .update();
        database.sql("INSERT INTO product_days (day, product_id, orders) SELECT :day::date, id, 1"
                        + " FROM unnest(:products::uuid[]) AS given (id) ON CONFLICT (day, product_id)"
                        + " DO UPDATE SET orders = product_days.orders + 1")
                .param("day", day(at))
                .param("products", products)
                .update();
        database.sql("INSERT INTO user_products (user_id, product_id, bought_at) SELECT :user, id, :at"
                        + " FROM unnest(:products::uuid[]) AS given (id) ON CONFLICT (user_id, product_id)"
                        + " DO UPDATE SET bought_at = greatest(user_products.bought_at, excluded.bought_at)")
                .param("user", user)
                .param("at", time(at))
                .param("products", products)
                .update();
    }

    void viewed(UUID user, UUID product, Instant at) {
        database.sql("INSERT INTO product_days (day, product_id, views) VALUES (:day::date, :product, 1)"
                        + " ON CONFLICT (day, product_id) DO UPDATE SET views = product_days.views + 1")
                .param("day", day(at))
                .param("product", product)
                .update();
        database.sql("INSERT INTO user_products (user_id, product_id, viewed_at) VALUES (:user, :product, :at)"
                        + " ON CONFLICT (user_id, product_id)"
                        + " DO UPDATE SET viewed_at = greatest(user_products.viewed_at, excluded.viewed_at)")
                .param("user", user)
                .param("product", product)
                .param("at", time(at))
                .update();
    }

    /** Forgets days before this one, and what users did before it; what was bought together stays. */
    void forget(LocalDate before) {
        database.sql("DELETE FROM product_days WHERE day < ?::date")
                .param(before.toString())
                .update();
        database.sql("DELETE FROM user_products WHERE greatest(bought_at, viewed_at) < ?")
                .param(time(before.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .update();
    }

    private static String day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> String[] texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
