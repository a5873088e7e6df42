package dev.slipway.testing.hermetic;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HermeticTest {
    private static final JavaClasses LEAKY = new ClassFileImporter().importClasses(Leaky.class);
    private static final String HERE = "dev.slipway.testing.hermetic..";

    private static List<String> findings(ArchRule rule) {
        return List.copyOf(new TreeSet<>(rule.evaluate(LEAKY).getFailureReport().getDetails()));
    }

    @Test
    void namesClassAndLineOfWhatAsksTheMachine() {
        assertThat(findings(Hermetic.asksNothing(HERE)))
                .containsExactly(
                        "dev.slipway.testing.hermetic.Leaky.account(software.amazon.awscdk.Stack) uses Vpc.fromLookup, at Leaky.java:54, which asks an account of AWS. Fix: name what is there by its id.",
                        "dev.slipway.testing.hermetic.Leaky.byReference() uses UUID.randomUUID, at Leaky.java:34, which asks chance. Fix: derive what must differ from names.",
                        "dev.slipway.testing.hermetic.Leaky.chance() uses Random.new, at Leaky.java:38, which asks chance. Fix: derive what must differ from names.",
                        "dev.slipway.testing.hermetic.Leaky.clock() uses LocalDate.now, at Leaky.java:26, which asks the clock. Fix: pass the time in.",
                        "dev.slipway.testing.hermetic.Leaky.defaults(java.lang.String) uses String.getBytes, at Leaky.java:42, which asks the locale, zone or encoding of the machine. Fix: name one, as Locale.ROOT, UTC or UTF_8.",
                        "dev.slipway.testing.hermetic.Leaky.defaults(java.lang.String) uses String.new, at Leaky.java:42, which asks the locale, zone or encoding of the machine. Fix: name one, as Locale.ROOT, UTC or UTF_8.",
                        "dev.slipway.testing.hermetic.Leaky.defaults(java.lang.String) uses String.toUpperCase, at Leaky.java:42, which asks the locale, zone or encoding of the machine. Fix: name one, as Locale.ROOT, UTC or UTF_8.",
                        "dev.slipway.testing.hermetic.Leaky.environment() uses System.getProperty, at Leaky.java:30, which asks the environment. Fix: read it in main, and pass it in.",
                        "dev.slipway.testing.hermetic.Leaky.environment() uses System.getenv, at Leaky.java:30, which asks the environment. Fix: read it in main, and pass it in.",
                        "dev.slipway.testing.hermetic.Leaky.files() uses Files.exists, at Leaky.java:46, which asks files. Fix: read them in main, and pass in what they hold.",
                        "dev.slipway.testing.hermetic.Leaky.network() uses URL.openStream, at Leaky.java:50, which asks the network. Fix: pass in what is to be known.");
    }

    @Test
    void namesClassAndLineOfWhatKeepsNoOrder() {
        assertThat(findings(Hermetic.keepsOrder(HERE)))
                .hasSize(3)
                .allMatch(text -> text.contains(", at Leaky.java:58, which has no order of its own. Fix: take a List,"))
                .satisfiesExactly(
                        text -> assertThat(text).contains("uses HashMap.new"),
                        text -> assertThat(text).contains("uses Map.of"),
                        text -> assertThat(text).contains("uses Set.of"));
    }

    @Test
    void failsOnPackagesInWhichThereIsNothing() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Hermetic.asksNothing("com.acme..").check(LEAKY)))
                .hasMessageContaining("failed to check any classes");
    }
}
