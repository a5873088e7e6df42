package dev.slipway.testing.hermetic;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcLookupOptions;

/** Declares as nobody should: never run, only read by the rules. */
@SuppressWarnings({"JavaTimeDefaultTimeZone", "StringCaseLocaleUsage", "DefaultCharset"})
final class Leaky {
    private Leaky() {}

    static String clock() {
        return LocalDate.now().toString();
    }

    static String environment() {
        return System.getenv("USER") + System.getProperty("user.home");
    }

    static Supplier<UUID> byReference() {
        return UUID::randomUUID;
    }

    static int chance() {
        return new Random(7).nextInt();
    }

    static String defaults(String name) {
        return name.toUpperCase() + new String(name.getBytes());
    }

    static boolean files() {
        return Files.exists(Path.of("pom.xml"));
    }

    static Object network() throws java.io.IOException {
        return URI.create("http://localhost").toURL().openStream();
    }

    static Object account(Stack stack) {
        return Vpc.fromLookup(stack, "Vpc", VpcLookupOptions.builder().build());
    }

    static Object order() {
        return List.of(new HashMap<>(), Set.of("a", "b"), Map.of("a", 1, "b", 2));
    }

    /** Nothing to say about. */
    static Object fine(String name) {
        return List.of(name.toUpperCase(Locale.ROOT), new LinkedHashMap<>(), Map.of("a", 1), Path.of(name));
    }
}
