package dev.slipway.blueprint.ordering;

import dev.slipway.capability.streaming.Topic;
import java.time.Duration;

/** The events by which the ordering services are coupled. */
final class OrderingTopics {
    static final Topic USER_REGISTERED =
            Topic.named("user.registered").partitions(6).keyedBy("userId");

    /** Hashes of new passwords on their way to the one service that checks them; kept no longer than needed. */
    static final Topic USER_CREDENTIAL_SET =
            Topic.named("user.credential.set").partitions(6).keyedBy("userId").retainedFor(Duration.ofDays(1));

    /** The public keys that tokens are signed with. */
    static final Topic AUTH_KEYS =
            Topic.named("auth.keys").partitions(1).keyedBy("keyId").compact();

    /** Categories, regions and codes. */
    static final Topic REFERENCE_DATA =
            Topic.named("common.reference").partitions(1).keyedBy("code").compact();

    static final Topic PRODUCT_CHANGED =
            Topic.named("store.product").partitions(6).keyedBy("productId").compact();

    static final Topic PRODUCT_VIEWED =
            Topic.named("store.product.viewed").partitions(6).keyedBy("userId");

    static final Topic ORDER_PLACED = Topic.named("order.placed").partitions(12).keyedBy("orderId");
    static final Topic STOCK_RESERVED =
            Topic.named("stock.reserved").partitions(12).keyedBy("orderId");
    static final Topic STOCK_REJECTED =
            Topic.named("stock.rejected").partitions(12).keyedBy("orderId");
    static final Topic PAYMENT_REQUESTED =
            Topic.named("payment.requested").partitions(12).keyedBy("orderId");
    static final Topic PAYMENT_SETTLED =
            Topic.named("payment.settled").partitions(12).keyedBy("orderId");
    static final Topic PAYMENT_FAILED =
            Topic.named("payment.failed").partitions(12).keyedBy("orderId");
    static final Topic PAYMENT_REFUNDED =
            Topic.named("payment.refunded").partitions(12).keyedBy("orderId");
    static final Topic ORDER_CONFIRMED =
            Topic.named("order.confirmed").partitions(12).keyedBy("orderId");
    static final Topic ORDER_CANCELLED =
            Topic.named("order.cancelled").partitions(12).keyedBy("orderId");

    private OrderingTopics() {}
}
