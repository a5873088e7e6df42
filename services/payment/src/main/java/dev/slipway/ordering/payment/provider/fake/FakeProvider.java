package dev.slipway.ordering.payment.provider.fake;

import dev.slipway.ordering.payment.provider.Answer;
import dev.slipway.ordering.payment.provider.Answer.Reason;
import dev.slipway.ordering.payment.provider.PaymentProvider;
import dev.slipway.ordering.payment.provider.ProviderUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps books instead of moving money. The payment method says how it behaves: {@code pm_declined},
 * {@code pm_insufficient_funds}, {@code pm_expired}, {@code pm_unavailable}, {@code pm_slow}, {@code pm_twice} (every
 * answer comes twice), {@code pm_lost} (it does what it is asked, and every other answer is lost); what comes after one
 * of these, as in {@code pm_lost_1}, is without meaning. Other methods settle, or do what the property says.
 */
@Component
@ConditionalOnProperty(name = "payment.provider.kind", havingValue = "fake")
final class FakeProvider implements PaymentProvider {
    private static final Logger LOG = LoggerFactory.getLogger(FakeProvider.class);

    private final JdbcClient books;
    private final Settings settings;

    /**
     * What methods do that say nothing, and how long a slow answer takes.
     *
     * @param behaviour settle, decline, unavailable, slow, twice or lost
     */
    @ConfigurationProperties("payment.fake")
    record Settings(Behaviour behaviour, Duration delay) {}

    FakeProvider(JdbcClient books, Settings settings) {
        this.books = books;
        this.settings = settings;
        LOG.warn("Payments are made up: no money is moved");
    }

    private record Entry(String reference, String method, int captures, boolean voided, int calls) {}

    @Override
    public void authorise(Charge charge, Consumer<Answer> answers) {
        Behaviour behaviour = Behaviour.of(charge.method().orElse(""), settings.behaviour());
        Optional<Reason> reason = behaviour.reason();
        if (reason.isPresent()) {
            answers.accept(new Answer.Declined(reason.get()));
            return;
        }
        if (behaviour == Behaviour.UNAVAILABLE) {
            throw new ProviderUnavailableException("The fake provider is told to be away");
        }
        String reference = "fake_" + charge.payment();
        books.sql("INSERT INTO fake_provider (key, reference, amount, method, authorisations)"
                        + " VALUES (?, ?, ?, ?, 1) ON CONFLICT (key) DO NOTHING")
                .params(
                        charge.payment(),
                        reference,
                        charge.amount(),
                        charge.method().orElse(""))
                .update();
        answer(called(reference), new Answer.Authorised(reference), answers);
    }

    @Override
    public void capture(UUID payment, String reference, Consumer<Answer> answers) {
        books.sql("UPDATE fake_provider SET captures = captures + 1"
                        + " WHERE reference = ? AND captures = 0 AND NOT voided")
                .param(reference)
                .update();
        Entry entry = called(reference);
        answer(entry, entry.voided() ? new Answer.Declined(Reason.DECLINED) : new Answer.Captured(reference), answers);
    }

    @Override
    public void release(UUID payment, String reference, Consumer<Answer> answers) {
        books.sql("UPDATE fake_provider SET voided = true WHERE reference = ? AND captures = 0")
                .param(reference)
                .update();
        Entry entry = called(reference);
        answer(entry, entry.voided() ? new Answer.Voided() : new Answer.Captured(reference), answers);
    }

    @Override
    public void refund(UUID refund, String reference, Consumer<Answer> answers) {
        books.sql("UPDATE fake_provider SET refunds = refunds + 1 WHERE reference = ? AND captures = 1 AND refunds = 0")
                .param(reference)
                .update();
        Entry entry = called(reference);
        answer(entry, entry.captures() == 1 ? new Answer.Refunded() : new Answer.Declined(Reason.DECLINED), answers);
    }

    private Entry called(String reference) {
        return books.sql("UPDATE fake_provider SET calls = calls + 1 WHERE reference = ?"
                        + " RETURNING reference, method, captures, voided, calls")
                .param(reference)
                .query(Entry.class)
                .single();
    }

    private void answer(Entry entry, Answer answer, Consumer<Answer> answers) {
        switch (Behaviour.of(entry.method(), settings.behaviour())) {
            case LOST -> {
                if (entry.calls() % 2 == 1) {
                    throw new ProviderUnavailableException("The fake provider is told to lose this answer");
                }
            }
            case SLOW -> waitFor(settings.delay());
            case TWICE -> answers.accept(answer);
            case SETTLE, DECLINE, INSUFFICIENT_FUNDS, EXPIRED, UNAVAILABLE -> LOG.debug("Answered at once");
        }
        answers.accept(answer);
    }

    private static void waitFor(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("Interrupted");
        }
    }
}
