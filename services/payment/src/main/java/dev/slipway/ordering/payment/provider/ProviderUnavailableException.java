package dev.slipway.ordering.payment.provider;

/** The provider gave no answer, so that nobody knows whether it did anything. */
public final class ProviderUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProviderUnavailableException(String message) {
        super(message);
    }
}
