package dev.slipway.blueprint.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** For three services, everything that their needs become in production, written out by hand. */
class ThreeServicesByHandTest {
    /** What each service of the platform finds in its environment, whatever it needs. */
    private static final String ALWAYS = """
            OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://opentelemetry-collector.monitoring.svc.cluster.local:4318/v1/traces
            OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf
            OTEL_TRACES_SAMPLER=parentbased_traceidratio
            OTEL_TRACES_SAMPLER_ARG=0.1
            JAVA_TOOL_OPTIONS=-XX:InitialRAMPercentage=14 -XX:MaxRAMPercentage=50 -XX:+ExitOnOutOfMemoryError
            SERVER_PORT=8080
            AWS_REGION=eu-central-1
            KAFKA_BOOTSTRAP_SERVERS <- /ordering/prod/streaming/bootstrap-brokers
            KAFKA_SASL_MECHANISM=OAUTHBEARER
            KAFKA_SECURITY_PROTOCOL=SASL_SSL
            DATABASE_HOST <- /ordering/prod/database/endpoint
            DATABASE_PORT=5432
            DATABASE_SSL_MODE=verify-full
            DATABASE_SSL_ROOT_CERT=/etc/slipway/database/ca.pem
            """;

    /** What each pod may do on the network, whatever its service needs, and what every service of the platform needs. */
    private static final String NECESSITIES = """
            out UDP 53 172.20.0.10/32
            out TCP 53 172.20.0.10/32
            out UDP 53 kube-system/kube-dns
            out TCP 53 kube-system/kube-dns
            out TCP 4318 monitoring
            out TCP 80 169.254.170.23/32
            in TCP 8080 monitoring
            out TCP 9098 10.30.96.0/22
            out TCP 9098 10.30.100.0/22
            out TCP 9098 10.30.104.0/22
            out TCP 5432 10.30.96.0/22
            out TCP 5432 10.30.100.0/22
            out TCP 5432 10.30.104.0/22
            """;

    @Nested
    class Payment {
        private final Observed payment = Observed.of("prod", "payment");

        @Test
        void variables() {
            assertThat(payment.variables()).containsExactlyInAnyOrderElementsOf(lines(ALWAYS, """
                                    OTEL_SERVICE_NAME=payment
                                    OTEL_RESOURCE_ATTRIBUTES=service.namespace=ordering,deployment.environment.name=prod
                                    DATABASE_NAME=payment
                                    DATABASE_USERNAME <- ordering/prod/payment/database#username
                                    DATABASE_PASSWORD <- ordering/prod/payment/database#password
                                    PAYMENT_PROVIDER_API_KEY <- ordering/prod/payment/payment-provider#api-key
                                    KAFKA_GROUP_ID=payment
                                    KAFKA_TRANSACTIONAL_ID=payment
                                    TOPIC_PAYMENT_REQUESTED=payment.requested
                                    TOPIC_PAYMENT_REQUESTED_DEAD_LETTERS=payment.requested.payment.dlt
                                    TOPIC_ORDER_CANCELLED=order.cancelled
                                    TOPIC_ORDER_CANCELLED_DEAD_LETTERS=order.cancelled.payment.dlt
                                    TOPIC_PAYMENT_SETTLED=payment.settled
                                    TOPIC_PAYMENT_FAILED=payment.failed
                                    TOPIC_PAYMENT_REFUNDED=payment.refunded
                                    """));
        }

        @Test
        void grants() {
            assertThat(payment.grants()).containsExactlyInAnyOrderElementsOf(lines("""
                                    Connect cluster/
                                    WriteDataIdempotently cluster/
                                    AlterTransactionalId transactional-id/payment
                                    DescribeTransactionalId transactional-id/payment
                                    AlterGroup group/payment
                                    DescribeGroup group/payment
                                    DescribeTopic topic/payment.requested
                                    ReadData topic/payment.requested
                                    DescribeTopic topic/payment.requested.payment.dlt
                                    ReadData topic/payment.requested.payment.dlt
                                    WriteData topic/payment.requested.payment.dlt
                                    DescribeTopic topic/order.cancelled
                                    ReadData topic/order.cancelled
                                    DescribeTopic topic/order.cancelled.payment.dlt
                                    ReadData topic/order.cancelled.payment.dlt
                                    WriteData topic/order.cancelled.payment.dlt
                                    DescribeTopic topic/payment.settled
                                    WriteData topic/payment.settled
                                    DescribeTopic topic/payment.failed
                                    WriteData topic/payment.failed
                                    DescribeTopic topic/payment.refunded
                                    WriteData topic/payment.refunded
                                    """));
        }

        @Test
        void edges() {
            assertThat(payment.edges())
                    .containsExactlyInAnyOrderElementsOf(lines(NECESSITIES, "out TCP 443 api.payments.example.com\n"));
        }
    }

    @Nested
    class Notification {
        private final Observed notification = Observed.of("prod", "notification");

        @Test
        void variables() {
            assertThat(notification.variables()).containsExactlyInAnyOrderElementsOf(lines(ALWAYS, """
                                    OTEL_SERVICE_NAME=notification
                                    OTEL_RESOURCE_ATTRIBUTES=service.namespace=ordering,deployment.environment.name=prod
                                    DATABASE_NAME=notification
                                    DATABASE_USERNAME <- ordering/prod/notification/database#username
                                    DATABASE_PASSWORD <- ordering/prod/notification/database#password
                                    SMTP_USERNAME <- ordering/prod/notification/smtp#username
                                    SMTP_PASSWORD <- ordering/prod/notification/smtp#password
                                    CHAT_SLACK_URL <- ordering/prod/notification/chat#slack-url
                                    CHAT_TEAMS_URL <- ordering/prod/notification/chat#teams-url
                                    KAFKA_GROUP_ID=notification
                                    TOPIC_USER_REGISTERED=user.registered
                                    TOPIC_USER_REGISTERED_DEAD_LETTERS=user.registered.notification.dlt
                                    TOPIC_ORDER_CONFIRMED=order.confirmed
                                    TOPIC_ORDER_CONFIRMED_DEAD_LETTERS=order.confirmed.notification.dlt
                                    TOPIC_ORDER_CANCELLED=order.cancelled
                                    TOPIC_ORDER_CANCELLED_DEAD_LETTERS=order.cancelled.notification.dlt
                                    TOPIC_PAYMENT_FAILED=payment.failed
                                    TOPIC_PAYMENT_FAILED_DEAD_LETTERS=payment.failed.notification.dlt
                                    """));
        }

        @Test
        void grants() {
            assertThat(notification.grants()).containsExactlyInAnyOrderElementsOf(lines("""
                                    Connect cluster/
                                    WriteDataIdempotently cluster/
                                    AlterGroup group/notification
                                    DescribeGroup group/notification
                                    DescribeTopic topic/user.registered
                                    ReadData topic/user.registered
                                    DescribeTopic topic/user.registered.notification.dlt
                                    ReadData topic/user.registered.notification.dlt
                                    WriteData topic/user.registered.notification.dlt
                                    DescribeTopic topic/order.confirmed
                                    ReadData topic/order.confirmed
                                    DescribeTopic topic/order.confirmed.notification.dlt
                                    ReadData topic/order.confirmed.notification.dlt
                                    WriteData topic/order.confirmed.notification.dlt
                                    DescribeTopic topic/order.cancelled
                                    ReadData topic/order.cancelled
                                    DescribeTopic topic/order.cancelled.notification.dlt
                                    ReadData topic/order.cancelled.notification.dlt
                                    WriteData topic/order.cancelled.notification.dlt
                                    DescribeTopic topic/payment.failed
                                    ReadData topic/payment.failed
                                    DescribeTopic topic/payment.failed.notification.dlt
                                    ReadData topic/payment.failed.notification.dlt
                                    WriteData topic/payment.failed.notification.dlt
                                    """));
        }

        @Test
        void edges() {
            assertThat(notification.edges()).containsExactlyInAnyOrderElementsOf(lines(NECESSITIES, """
                                    out TCP 587 smtp.example.com
                                    out TCP 443 hooks.slack.com
                                    out TCP 443 teams.webhook.office.com
                                    """));
        }
    }

    @Nested
    class Common {
        private final Observed common = Observed.of("prod", "common");

        @Test
        void variables() {
            assertThat(common.variables()).containsExactlyInAnyOrderElementsOf(lines(ALWAYS, """
                                    OTEL_SERVICE_NAME=common
                                    OTEL_RESOURCE_ATTRIBUTES=service.namespace=ordering,deployment.environment.name=prod
                                    PUBLIC_URL=https://shop.example.com
                                    DATABASE_NAME=common
                                    DATABASE_USERNAME <- ordering/prod/common/database#username
                                    DATABASE_PASSWORD <- ordering/prod/common/database#password
                                    CACHE_HOST <- /ordering/prod/cache/endpoint
                                    CACHE_PORT=6379
                                    CACHE_TLS=true
                                    CACHE_KEY_PREFIX=common:
                                    CACHE_USERNAME <- ordering/prod/common/cache#username
                                    CACHE_PASSWORD <- ordering/prod/common/cache#password
                                    KAFKA_GROUP_ID=common
                                    KAFKA_TRANSACTIONAL_ID=common
                                    TOPIC_COMMON_REFERENCE=common.reference
                                    TOPIC_AUTH_KEYS=auth.keys
                                    """));
        }

        @Test
        void grants() {
            assertThat(common.grants()).containsExactlyInAnyOrderElementsOf(lines("""
                                    Connect cluster/
                                    WriteDataIdempotently cluster/
                                    AlterTransactionalId transactional-id/common
                                    DescribeTransactionalId transactional-id/common
                                    AlterGroup group/common
                                    DescribeGroup group/common
                                    DescribeTopic topic/common.reference
                                    WriteData topic/common.reference
                                    DescribeTopic topic/auth.keys
                                    ReadData topic/auth.keys
                                    """));
        }

        @Test
        void edges() {
            assertThat(common.edges()).containsExactlyInAnyOrderElementsOf(lines(NECESSITIES, """
                                    in TCP 8080 10.30.108.0/22
                                    in TCP 8080 10.30.112.0/22
                                    in TCP 8080 10.30.116.0/22
                                    out TCP 6379 10.30.96.0/22
                                    out TCP 6379 10.30.100.0/22
                                    out TCP 6379 10.30.104.0/22
                                    """));
        }
    }

    private static List<String> lines(String... texts) {
        return String.join("", texts).lines().toList();
    }
}
