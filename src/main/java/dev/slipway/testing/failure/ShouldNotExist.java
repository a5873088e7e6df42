package dev.slipway.testing.failure;

import java.util.Optional;

/** Something was there that must not be. */
public final class ShouldNotExist {
    private ShouldNotExist() {}

    /** The failure: {@code environment prod}, and {@code Secret smtp in prod/platform.k8s.yaml}. */
    public static Failure shouldNotExist(String where, String what, Optional<String> declared) {
        return Failure.expecting(where + " not to have").value(what).declared(declared);
    }
}
