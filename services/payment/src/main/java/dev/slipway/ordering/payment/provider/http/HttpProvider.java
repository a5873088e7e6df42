package dev.slipway.ordering.payment.provider.http;

import dev.slipway.ordering.payment.provider.Answer;
import dev.slipway.ordering.payment.provider.Answer.Reason;
import dev.slipway.ordering.payment.provider.PaymentProvider;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The provider's API. {@code POST /v1/payments} authorises, and below a payment {@code /capture}, {@code /void} and
 * {@code /refunds} do what they say; each has an Idempotency-Key. 402 declines with a reason, 409 says in which status
 * the payment is instead.
 */
final class HttpProvider implements PaymentProvider {
    private static final String PAYMENTS = "/v1/payments";

    private final ProviderCalls calls;

    HttpProvider(ProviderCalls calls) {
        this.calls = calls;
    }

    @Override
    public void authorise(Charge charge, Consumer<Answer> answers) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("amount", charge.amount());
        body.put("currency", charge.currency());
        charge.method().ifPresent(method -> body.put("paymentMethod", method));
        ProviderReply reply = calls.post(PAYMENTS, charge.payment().toString(), body);
        answers.accept(reply.is("authorised") ? new Answer.Authorised(reply.knownId()) : declined(reply));
    }

    @Override
    public void capture(UUID payment, String reference, Consumer<Answer> answers) {
        ProviderReply reply = calls.post(path(reference, "capture"), payment + "-capture", Map.of());
        answers.accept(reply.is("captured") ? new Answer.Captured(reference) : declined(reply));
    }

    @Override
    public void release(UUID payment, String reference, Consumer<Answer> answers) {
        ProviderReply reply = calls.post(path(reference, "void"), payment + "-void", Map.of());
        if (reply.is("voided")) {
            answers.accept(new Answer.Voided());
        } else {
            answers.accept(reply.is("captured") ? new Answer.Captured(reference) : declined(reply));
        }
    }

    @Override
    public void refund(UUID refund, String reference, Consumer<Answer> answers) {
        ProviderReply reply = calls.post(path(reference, "refunds"), refund.toString(), Map.of());
        answers.accept(reply.is("refunded") ? new Answer.Refunded() : declined(reply));
    }

    private static String path(String reference, String action) {
        return PAYMENTS + "/" + reference + "/" + action;
    }

    private static Answer declined(ProviderReply reply) {
        return new Answer.Declined(
                switch (String.valueOf(reply.reason()).toLowerCase(Locale.ROOT)) {
                    case "insufficient-funds" -> Reason.INSUFFICIENT_FUNDS;
                    case "expired-method" -> Reason.EXPIRED_METHOD;
                    default -> Reason.DECLINED;
                });
    }
}
