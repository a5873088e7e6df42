package dev.slipway.testing.hermetic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.Function;

/**
 * Rules on the bytecode of what declares and renders a platform, with the class and the line of each use that could make two
 * machines render two things. They are rules of ArchUnit, which you bring: {@code com.tngtech.archunit:archunit}.
 *
 * <pre>{@code
 * Hermetic.asksNothing("com.acme.platform..").check(new ClassFileImporter().importPackages("com.acme.platform"));
 * }</pre>
 */
public final class Hermetic {
    private Hermetic() {}

    /**
     * Nothing in these packages asks the clock, the environment, the defaults of the machine, chance, the network, files, another
     * process, or an account of AWS. {@code main} may, outside of them, and pass in what it reads.
     *
     * @param packages as ArchUnit writes them: {@code com.acme.platform..} with all below
     */
    public static ArchRule asksNothing(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should(use("ask nothing of the machine", access -> Surroundings.asked(access)
                        .map(asked -> "asks %s. Fix: %s".formatted(asked.what(), asked.fix()))))
                .because("the same platform must render the same bytes, on any machine and on any day");
    }

    /**
     * Nothing in these packages makes a collection without an order of its own: what is iterated over ends in a file.
     *
     * @param packages as ArchUnit writes them: {@code com.acme.platform..} with all below
     */
    public static ArchRule keepsOrder(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should(use(
                        "keep everything in order",
                        access -> Orders.isNone(access)
                                ? Optional.of("has no order of its own. Fix: take a List, a LinkedHashMap, a TreeMap or"
                                        + " Map.of with one entry")
                                : Optional.empty()))
                .because("the same platform must render the same bytes in every run");
    }

    private static ArchCondition<JavaClass> use(String what, Function<JavaAccess<?>, Optional<String>> wrong) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().forEach(access -> wrong.apply(access)
                        .ifPresent(text -> events.add(SimpleConditionEvent.violated(access, said(access, text)))));
            }
        };
    }

    /** {@code Shop.platform() calls System.getenv(String), at Shop.java:12, which asks the environment. Fix: ..} */
    private static String said(JavaAccess<?> access, String text) {
        return "%s uses %s.%s, at %s.java:%s, which %s."
                .formatted(
                        access.getOrigin().getFullName(),
                        access.getTarget().getOwner().getSimpleName(),
                        access.getTarget().getName().replace("<init>", "new"),
                        access.getOriginOwner()
                                .getName()
                                .replaceFirst(".*\\.", "")
                                .replaceFirst("\\$.*", ""),
                        access.getLineNumber(),
                        text);
    }
}
