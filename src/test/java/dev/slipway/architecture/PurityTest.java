package dev.slipway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.slipway.architecture.OwnClasses.use;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The same model gives the same bytes, on any machine, at any time. */
class PurityTest {
    private static final Map<String, Set<String>> SURROUNDINGS = Map.ofEntries(
            entry("java.lang.System", Set.of("getenv", "getProperty", "currentTimeMillis", "nanoTime")),
            entry("java.lang.Math", Set.of("random")),
            entry("java.lang.Runtime", Set.of("getRuntime")),
            entry("java.util.UUID", Set.of("randomUUID")),
            entry("java.util.Locale", Set.of("getDefault")),
            entry("java.util.TimeZone", Set.of("getDefault")),
            entry("java.util.Date", Set.of("<init>")),
            entry("java.time.ZoneId", Set.of("systemDefault")),
            entry("java.nio.charset.Charset", Set.of("defaultCharset")));

    private static final Set<String> UNORDERED =
            Set.of("java.util.HashMap", "java.util.HashSet", "java.util.IdentityHashMap");

    @Test
    void asksNothingOfTheMachine() {
        noClasses()
                .that()
                .resideInAnyPackage(OwnClasses.PURE)
                .should(use("the environment, the clock or chance", PurityTest::asksTheMachine))
                .because("whatever comes from outside the model is passed in with Inputs")
                .check(OwnClasses.ALL);
    }

    @Test
    void reachesNeitherNetworkNorFilesNorProcesses() {
        noClasses()
                .that()
                .resideInAnyPackage(OwnClasses.PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(File.*|RandomAccessFile)|java\\.lang\\.Process.*")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(Random|SecureRandom|SplittableRandom|ThreadLocalRandom)")
                .because("only the ways in read files, and only adapters reach the network")
                .check(OwnClasses.ALL);
    }

    @Test
    void rendersInAStableOrder() {
        noClasses()
                .that()
                .resideInAnyPackage(OwnClasses.RENDERING)
                .should(use("collections without an order", PurityTest::isUnordered))
                .because(
                        "their order differs between runs: take LinkedHashMap, TreeMap, List, or Map.of with one entry")
                .check(OwnClasses.ALL);
    }

    @Test
    void rendersTheSameLinesOnEverySystem() {
        noClasses()
                .that()
                .resideInAnyPackage(OwnClasses.RENDERING)
                .should(use(
                        "the line separator of the machine",
                        access -> access.getTarget().getFullName().startsWith("java.lang.System.lineSeparator")))
                .because("files are the same on Windows: write \\n")
                .check(OwnClasses.ALL);
    }

    private static boolean asksTheMachine(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        boolean isNow = owner.startsWith("java.time.") && target.getName().equals("now");
        boolean isClock = owner.equals("java.time.Clock") && target.getName().startsWith("system");
        return isNow || isClock || SURROUNDINGS.getOrDefault(owner, Set.of()).contains(target.getName());
    }

    private static boolean isUnordered(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        int parameters = target.getRawParameterTypes().size();
        String owner = target.getOwner().getName();
        String name = target.getName();
        return switch (owner) {
            case "java.util.Map" -> isFactory(name) && (parameters > 2 || !name.equals("of"));
            case "java.util.Set" -> isFactory(name) && (parameters > 1 || !name.equals("of"));
            case "java.util.stream.Collectors" ->
                switch (name) {
                    case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> true;
                    case "toMap" -> parameters < 4;
                    case "groupingBy" -> parameters < 3;
                    default -> false;
                };
            default -> UNORDERED.contains(owner) && name.equals("<init>");
        };
    }

    private static boolean isFactory(String name) {
        return name.equals("of") || name.equals("ofEntries") || name.equals("copyOf");
    }
}
