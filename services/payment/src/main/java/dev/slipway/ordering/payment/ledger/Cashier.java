package dev.slipway.ordering.payment.ledger;

import dev.slipway.ordering.payment.provider.Answer;
import dev.slipway.ordering.payment.provider.PaymentProvider;
import dev.slipway.ordering.payment.provider.ProviderUnavailableException;
import dev.slipway.ordering.starter.observability.Traces;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Calls the provider for the payments that are due. A payment is taken in one transaction, the provider is called in
 * none, and its answer is written in another; after a crash in between the lease runs out, and the call is made again
 * with the same key. Every instance may do so at once.
 */
@Component
final class Cashier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Cashier.class);
    private static final int AT_ONCE = 16;
    private static final long FAREWELL_MILLIS = 10_000;
    private static final int VIRTUAL_THREADS_SINCE = 21;

    private final Payments payments;
    private final Ledger ledger;
    private final PaymentProvider provider;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Patience patience;
    private final Traces traces;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("cashier-");

    Cashier(
            Payments payments,
            Ledger ledger,
            PaymentProvider provider,
            TransactionOperations transactions,
            Clock clock,
            Patience patience,
            Traces traces) {
        this.payments = payments;
        this.ledger = ledger;
        this.provider = provider;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = patience;
        this.traces = traces;
        threads.setVirtualThreads(Runtime.version().feature() >= VIRTUAL_THREADS_SINCE);
        threads.setTaskTerminationTimeout(FAREWELL_MILLIS);
    }

    @Scheduled(fixedDelay = 100, timeUnit = TimeUnit.MILLISECONDS)
    void work() {
        int most = free.availablePermits();
        if (most == 0) {
            return;
        }
        List<Payments.Claim> due = Objects.requireNonNull(
                transactions.execute(status -> payments.claim(clock.instant(), patience.lease(), most)));
        for (Payments.Claim claim : due) {
            free.acquireUninterruptibly();
            threads.execute(() -> {
                try {
                    traces.resume("ask the provider", claim.traceparent(), () -> serve(claim.payment()));
                } catch (RuntimeException e) {
                    LOG.error(
                            "The payment of order {} waits for its lease to end",
                            claim.payment().orderId(),
                            e);
                } finally {
                    free.release();
                }
            });
        }
    }

    /** Step after step, as long as there is one to take at once. */
    private void serve(Payment claimed) {
        Optional<Payment> payment = Optional.of(claimed);
        while (payment.isPresent()) {
            Payment current = payment.get();
            try {
                ask(
                        current,
                        answer -> transactions.executeWithoutResult(
                                status -> ledger.answered(current.orderId(), answer)));
            } catch (ProviderUnavailableException e) {
                LOG.warn("No answer for the payment of order {}: {}", current.orderId(), e.getMessage());
                transactions.executeWithoutResult(status -> ledger.unanswered(current));
                return;
            }
            payment = Objects.requireNonNull(transactions.execute(
                    status -> payments.claim(current.orderId(), clock.instant(), patience.lease())));
        }
    }

    private void ask(Payment payment, Consumer<Answer> answers) {
        switch (payment.status()) {
            case REQUESTED -> provider.authorise(charge(payment), answers);
            case AUTHORISED ->
                provider.capture(payment.paymentId(), payment.reference().orElseThrow(), answers);
            case ABANDONED, STOPPING -> {
                if (payment.reference().isPresent()) {
                    provider.release(payment.paymentId(), payment.reference().get(), answers);
                } else {
                    // the same key tells what became of it
                    provider.authorise(charge(payment), answers);
                }
            }
            case REFUNDING ->
                provider.refund(
                        payment.refundId().orElseThrow(), payment.reference().orElseThrow(), answers);
            case SETTLED, FAILED, REFUNDED -> LOG.debug("Order {} needs no provider", payment.orderId());
        }
    }

    private static PaymentProvider.Charge charge(Payment payment) {
        return new PaymentProvider.Charge(payment.paymentId(), payment.amount(), payment.currency(), payment.method());
    }

    @Override
    public void close() {
        threads.close();
    }
}
