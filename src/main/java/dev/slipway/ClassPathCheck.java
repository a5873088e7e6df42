package dev.slipway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;

/** Finds a second copy of cdk8s-plus, which Slipway brings along: of two versions the kernel loads whichever is first. */
final class ClassPathCheck {
    private static final String MODULE = "org/cdk8s/plus34/$Module.class";

    private ClassPathCheck() {}

    /**
     * Checks the class path that this class was loaded from.
     *
     * @throws IllegalStateException where there are two copies; the message names both places and the fix
     */
    static void verify() {
        verify(ClassPathCheck.class.getClassLoader());
    }

    static void verify(ClassLoader loader) {
        List<String> copies = copies(loader);
        if (copies.size() > 1) {
            throw new IllegalStateException(
                    "The class path holds cdk8s-plus-34 more than once (%s); Slipway's own copy must be the only one. Fix: exclude org.cdk8s:cdk8s-plus-34 from your dependencies."
                            .formatted(String.join(", ", copies)));
        }
    }

    private static List<String> copies(ClassLoader loader) {
        try {
            return Collections.list(loader.getResources(MODULE)).stream()
                    .map(URL::toString)
                    .map(url -> url.replaceFirst("!?/" + MODULE.replace("$", "\\$"), ""))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The class path cannot be read", e);
        }
    }
}
