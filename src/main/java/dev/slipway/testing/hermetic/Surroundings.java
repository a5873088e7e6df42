package dev.slipway.testing.hermetic;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What differs between two machines, or between two runs on one. */
enum Surroundings {
    CLOCK("the clock", "pass the time in"),
    ENVIRONMENT("the environment", "read it in main, and pass it in"),
    DEFAULTS("the locale, zone or encoding of the machine", "name one, as Locale.ROOT, UTC or UTF_8"),
    CHANCE("chance", "derive what must differ from names"),
    NETWORK("the network", "pass in what is to be known"),
    FILES("files", "read them in main, and pass in what they hold"),
    PROCESSES("another process", "pass in what it would say"),
    ACCOUNT("an account of AWS", "name what is there by its id");

    private static final Map<String, Map<Surroundings, Set<String>>> CALLS = new LinkedHashMap<>();

    // By class, and of it by method; of a class that is not meant to be used at all, by no method
    static {
        put(CLOCK, "java.lang.System", "currentTimeMillis", "nanoTime");
        put(CLOCK, "java.util.Date", "<init>");
        put(CLOCK, "java.util.Calendar", "getInstance");
        put(CLOCK, "java.util.GregorianCalendar", "<init>");
        put(ENVIRONMENT, "java.lang.System", "getenv", "getProperty", "getProperties", "console");
        put(ENVIRONMENT, "java.lang.Boolean", "getBoolean");
        put(ENVIRONMENT, "java.lang.Integer", "getInteger");
        put(ENVIRONMENT, "java.lang.Long", "getLong");
        put(
                ENVIRONMENT,
                "java.lang.Runtime",
                "availableProcessors",
                "maxMemory",
                "totalMemory",
                "freeMemory",
                "version");
        put(DEFAULTS, "java.lang.System", "lineSeparator");
        put(DEFAULTS, "java.util.Locale", "getDefault");
        put(DEFAULTS, "java.util.TimeZone", "getDefault");
        put(DEFAULTS, "java.time.ZoneId", "systemDefault");
        put(DEFAULTS, "java.nio.charset.Charset", "defaultCharset");
        put(CHANCE, "java.lang.Math", "random");
        put(CHANCE, "java.lang.System", "identityHashCode");
        put(CHANCE, "java.util.UUID", "randomUUID");
        put(CHANCE, "java.util.Collections", "shuffle");
        List.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom")
                .forEach(type -> put(CHANCE, type, "<init>"));
        put(CHANCE, "java.util.concurrent.ThreadLocalRandom");
        put(FILES, "java.nio.file.Files");
        put(FILES, "java.nio.file.FileSystems");
        List.of("File", "FileInputStream", "FileOutputStream", "FileReader", "FileWriter", "RandomAccessFile")
                .forEach(type -> put(FILES, "java.io." + type, "<init>"));
        put(PROCESSES, "java.lang.Runtime", "exec");
        put(PROCESSES, "java.lang.ProcessBuilder");
        put(PROCESSES, "java.lang.ProcessHandle");
        put(ACCOUNT, "software.amazon.awscdk.ContextProvider", "getValue");
    }

    private static final List<String> NETS = List.of("java.net.", "javax.net.", "java.nio.channels.", "java.sql.");

    /** Of java.net, what only takes texts apart. */
    private static final Set<String> TEXTS =
            Set.of("java.net.URI", "java.net.URLEncoder", "java.net.URLDecoder", "java.net.URISyntaxException");

    private final String what;
    private final String fix;

    Surroundings(String what, String fix) {
        this.what = what;
        this.fix = fix;
    }

    private static void put(Surroundings kind, String type, String... methods) {
        CALLS.computeIfAbsent(type, absent -> new LinkedHashMap<>()).put(kind, Set.of(methods));
    }

    String what() {
        return what;
    }

    String fix() {
        return fix;
    }

    /** What an access asks, if it asks anything. */
    static Optional<Surroundings> asked(JavaAccess<?> access) {
        String owner = access.getTarget().getOwner().getName();
        String name = access.getTarget().getName();
        if (NETS.stream().anyMatch(owner::startsWith) && !TEXTS.contains(owner)) {
            return Optional.of(NETWORK);
        }
        boolean isNow = owner.startsWith("java.time.") && name.equals("now");
        boolean isClock = owner.equals("java.time.Clock") && name.startsWith("system");
        if (isNow || isClock) {
            return Optional.of(CLOCK);
        }
        if (owner.startsWith("software.amazon.awscdk.") && name.endsWith("romLookup")) {
            return Optional.of(ACCOUNT);
        }
        if (isOfTheDefaultLocaleOrEncoding(access, owner, name)) {
            return Optional.of(DEFAULTS);
        }
        return CALLS.getOrDefault(owner, Map.of()).entrySet().stream()
                .filter(call -> call.getValue().isEmpty() || call.getValue().contains(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isOfTheDefaultLocaleOrEncoding(JavaAccess<?> access, String owner, String name) {
        if (!owner.equals("java.lang.String") || !(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        List<String> parameters = target.getRawParameterTypes().stream()
                .map(type -> type.getName())
                .toList();
        return switch (name) {
            case "toLowerCase", "toUpperCase", "getBytes" -> parameters.isEmpty();
            case "<init>" -> parameters.equals(List.of("[B"));
            default -> false;
        };
    }
}
