package dev.slipway.ordering.payment.provider;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Moves money. A call with a key that was used before moves nothing again and is answered as it was then. An answer may
 * come more than once, and to a call that seemed to fail. Each call throws {@link ProviderUnavailableException} where
 * nobody knows whether it did anything: it can be repeated.
 */
public interface PaymentProvider {
    /** Money that somebody owes, in minor units; the payment is the key. */
    record Charge(UUID payment, long amount, String currency, Optional<String> method) {}

    /** Holds the money: Authorised or Declined. */
    void authorise(Charge charge, Consumer<Answer> answers);

    /** Takes what is held, all of it: Captured or Declined. The payment is the key. */
    void capture(UUID payment, String reference, Consumer<Answer> answers);

    /** Lets go of what is held: Voided, or Captured where it has been taken. */
    void release(UUID payment, String reference, Consumer<Answer> answers);

    /** Gives back what was taken, all of it: Refunded or Declined. The refund is the key. */
    void refund(UUID refund, String reference, Consumer<Answer> answers);
}
