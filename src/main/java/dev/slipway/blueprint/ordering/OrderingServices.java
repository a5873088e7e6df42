package dev.slipway.blueprint.ordering;

import static dev.slipway.blueprint.ordering.OrderingTopics.AUTH_KEYS;
import static dev.slipway.blueprint.ordering.OrderingTopics.ORDER_CANCELLED;
import static dev.slipway.blueprint.ordering.OrderingTopics.ORDER_CONFIRMED;
import static dev.slipway.blueprint.ordering.OrderingTopics.ORDER_PLACED;
import static dev.slipway.blueprint.ordering.OrderingTopics.PAYMENT_FAILED;
import static dev.slipway.blueprint.ordering.OrderingTopics.PAYMENT_REFUNDED;
import static dev.slipway.blueprint.ordering.OrderingTopics.PAYMENT_REQUESTED;
import static dev.slipway.blueprint.ordering.OrderingTopics.PAYMENT_SETTLED;
import static dev.slipway.blueprint.ordering.OrderingTopics.PRODUCT_CHANGED;
import static dev.slipway.blueprint.ordering.OrderingTopics.PRODUCT_VIEWED;
import static dev.slipway.blueprint.ordering.OrderingTopics.REFERENCE_DATA;
import static dev.slipway.blueprint.ordering.OrderingTopics.STOCK_REJECTED;
import static dev.slipway.blueprint.ordering.OrderingTopics.STOCK_RESERVED;
import static dev.slipway.blueprint.ordering.OrderingTopics.USER_CREDENTIAL_SET;
import static dev.slipway.blueprint.ordering.OrderingTopics.USER_REGISTERED;
import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.network.Connections.reaches;
import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;

import dev.slipway.platform.Service;

/** The ordering services: a saga over stock and payment, coupled by topics and not by calls. */
final class OrderingServices {
    private static final int SMTP_SUBMISSION = 587;

    /** Signs users in; publishes the keys by which everyone else checks its tokens. */
    static final Service AUTH = Service.java("auth")
            .ownedBy("identity", "#team-identity")
            .needs(postgres(), cache(), route("/api/auth"), generatedSecret("key-encryption", "key"))
            .needs(consumes(USER_CREDENTIAL_SET), publishes(AUTH_KEYS));

    static final Service USER = Service.java("user")
            .ownedBy("identity", "#team-identity")
            .needs(postgres(), route("/api/users"))
            .needs(publishes(USER_REGISTERED), publishes(USER_CREDENTIAL_SET), materializes(AUTH_KEYS));

    /** Reference data that others keep a copy of. */
    static final Service COMMON = Service.java("common")
            .ownedBy("platform", "#team-platform")
            .needs(postgres(), cache(), route("/api/reference"))
            .needs(publishes(REFERENCE_DATA), materializes(AUTH_KEYS));

    /** Products and stock: reserves what an order asks for, and releases it when the order is cancelled. */
    static final Service STORE = Service.java("store")
            .ownedBy("catalogue", "#team-catalogue")
            .needs(postgres(), cache(), route("/api/products"))
            .needs(consumes(ORDER_PLACED), consumes(ORDER_CONFIRMED), consumes(ORDER_CANCELLED))
            .needs(publishes(STOCK_RESERVED), publishes(STOCK_REJECTED))
            .needs(publishes(PRODUCT_CHANGED), publishes(PRODUCT_VIEWED))
            .needs(materializes(AUTH_KEYS), materializes(REFERENCE_DATA));

    /** Leads an order through the saga: stock, payment, confirmation, or the way back. */
    static final Service ORDER = Service.java("order")
            .ownedBy("checkout", "#team-checkout")
            .needs(postgres(), route("/api/orders"))
            .needs(publishes(ORDER_PLACED), publishes(PAYMENT_REQUESTED))
            .needs(publishes(ORDER_CONFIRMED), publishes(ORDER_CANCELLED))
            .needs(consumes(STOCK_RESERVED), consumes(STOCK_REJECTED))
            .needs(consumes(PAYMENT_SETTLED), consumes(PAYMENT_FAILED), consumes(PAYMENT_REFUNDED))
            .needs(materializes(AUTH_KEYS), materializes(PRODUCT_CHANGED));

    /** Takes money when an order asks for it, and gives it back when the order is cancelled. */
    static final Service PAYMENT = Service.java("payment")
            .ownedBy("checkout", "#team-checkout")
            .needs(postgres(), secret("payment-provider", "api-key"), reaches("api.payments.example.com"))
            .needs(consumes(PAYMENT_REQUESTED), consumes(ORDER_CANCELLED))
            .needs(publishes(PAYMENT_SETTLED), publishes(PAYMENT_FAILED), publishes(PAYMENT_REFUNDED));

    /** Tells customers by e-mail, and teams by chat. */
    static final Service NOTIFICATION = Service.java("notification")
            .ownedBy("engagement", "#team-engagement")
            .needs(postgres(), secret("smtp", "username", "password"), secret("chat", "slack-url", "teams-url"))
            .needs(reaches("smtp.example.com", SMTP_SUBMISSION))
            .needs(reaches("hooks.slack.com"), reaches("teams.webhook.office.com"))
            .needs(consumes(USER_REGISTERED), consumes(ORDER_CONFIRMED), consumes(ORDER_CANCELLED))
            .needs(consumes(PAYMENT_FAILED));

    /** Recommends what is bought together. */
    static final Service AI = Service.java("ai")
            .ownedBy("catalogue", "#team-catalogue")
            .needs(postgres(), cache(), route("/api/recommendations"))
            .needs(consumes(ORDER_CONFIRMED), consumes(PRODUCT_VIEWED))
            .needs(materializes(PRODUCT_CHANGED), materializes(AUTH_KEYS));

    private OrderingServices() {}
}
