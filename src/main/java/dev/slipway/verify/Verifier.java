package dev.slipway.verify;

import dev.slipway.review.Synthesis;

/** Asks what runs: {@code new LiveVerifier().verify(scope, synthesis)}. */
@FunctionalInterface
public interface Verifier {
    Verification verify(Scope scope, Synthesis synthesis);
}
