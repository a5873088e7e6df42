package dev.slipway.ordering.ai.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the counts say, the best first. */
@Component
final class Candidates {
    /** An order says as much as so many looks. */
    private static final int ORDER_WEIGHT = 10;

    private static final int LAST_SEEN = 20;

    private final JdbcClient database;

    Candidates(JdbcClient database) {
        this.database = database;
    }

    /** Most often in one order with the product. */
    List<UUID> boughtWith(UUID product, int most) {
        return database.sql("SELECT other_id FROM bought_together WHERE product_id = ?"
                        + " ORDER BY orders DESC, other_id LIMIT ?")
                .params(product, most)
                .query(UUID.class)
                .list();
    }

    /** Most often in one order with what the user bought or looked at last, without what the user has bought. */
    List<UUID> forUser(UUID user, int most) {
        return database.sql("WITH seen AS (SELECT product_id FROM user_products WHERE user_id = :user"
                        + " ORDER BY greatest(bought_at, viewed_at) DESC LIMIT :seen)"
                        + " SELECT b.other_id FROM bought_together b JOIN seen USING (product_id)"
                        + " WHERE NOT EXISTS (SELECT FROM user_products u WHERE u.user_id = :user"
                        + " AND u.product_id = b.other_id AND u.bought_at IS NOT NULL)"
                        + " GROUP BY b.other_id ORDER BY sum(b.orders) DESC, b.other_id LIMIT :most")
                .param("user", user)
                .param("seen", LAST_SEEN)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** What the user has looked at last and not bought. */
    List<UUID> lookedAt(UUID user, int most) {
        return database.sql("SELECT product_id FROM user_products WHERE user_id = ? AND bought_at IS NULL"
                        + " ORDER BY viewed_at DESC LIMIT ?")
                .params(user, most)
                .query(UUID.class)
                .list();
    }

    /** Most often bought and looked at since a day. */
    List<UUID> popular(Instant since, int most) {
        return database.sql("SELECT product_id FROM product_days WHERE day >= :since::date GROUP BY product_id"
                        + " ORDER BY sum(orders) * :weight + sum(views) DESC, product_id LIMIT :most")
                .param("since", LocalDate.ofInstant(since, ZoneOffset.UTC).toString())
                .param("weight", ORDER_WEIGHT)
                .param("most", most)
                .query(UUID.class)
                .list();
    }
}
