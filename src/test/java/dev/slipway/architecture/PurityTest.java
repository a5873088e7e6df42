package dev.slipway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import dev.slipway.testing.hermetic.Hermetic;
import org.junit.jupiter.api.Test;

/** The same model gives the same bytes, on any machine, at any time. */
class PurityTest {
    @Test
    void asksNothingOfTheMachine() {
        Hermetic.asksNothing(OwnClasses.PURE).check(OwnClasses.ALL);
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
        Hermetic.keepsOrder(OwnClasses.RENDERING).check(OwnClasses.ALL);
    }
}
