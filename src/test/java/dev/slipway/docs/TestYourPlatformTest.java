package dev.slipway.docs;

import static dev.slipway.review.rule.Selection.manifests;
import static dev.slipway.testing.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.slipway.review.Synthesis;
import dev.slipway.review.SynthesizedEnvironment;
import dev.slipway.review.Tree;
import dev.slipway.review.rule.Rule;
import dev.slipway.review.rule.Rules;
import dev.slipway.testing.InEnvironment;
import dev.slipway.testing.SlipwaySoftAssertions;
import dev.slipway.testing.SynthesizedBy;
import dev.slipway.testing.hermetic.Hermetic;
import dev.slipway.testing.hermetic.SecondSynthesis;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the guide about tests shows, run on the platform of the README. */
@SynthesizedBy(ShopPlatform.class)
class TestYourPlatformTest {
    // snippet: kit-environment
    @Test
    void ordersArePublishedInProduction(@InEnvironment("prod") SynthesizedEnvironment prod) {
        assertThat(prod).service("order").mayPublishTo("order.placed").mayNotRead("order.placed");
        assertThat(prod).service("mail").mayRead("order.placed").mayNotPublishTo("order.placed");
    }
    // end

    // snippet: kit-each
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void mailLeavesByTheSubmissionPortAlone(String environment, Synthesis shop) {
        assertThat(shop)
                .environment(environment)
                .service("mail")
                .canReach("smtp.example.com", 587)
                .cannotReach("smtp.example.com", 25)
                .cannotReach("order");
    }

    @Test
    void nothingRunsAsRootAnywhere(Synthesis shop) {
        assertThat(shop)
                .eachEnvironment(environment -> environment.eachWorkload(workload -> workload.eachContainer(
                        container -> container.runsAsNonRoot().isUnprivileged())));
    }
    // end

    // snippet: kit-stores
    @Test
    void ordersReachTheirDatabaseAndMailDoesNot(@InEnvironment("prod") SynthesizedEnvironment prod) {
        assertThat(prod).service("order").canReach("AWS::RDS::DBInstance", 5432).canReach("AWS::MSK::Cluster", 9098);
        assertThat(prod).service("mail").cannotReach("AWS::RDS::DBInstance", 5432);
    }
    // end

    // snippet: kit-variables
    @Test
    void ordersFindTheirDatabase(@InEnvironment("prod") SynthesizedEnvironment prod) {
        assertThat(prod)
                .service("order")
                .container()
                .variable("DATABASE_HOST")
                .comesFromParameter("/shop/prod/database/endpoint");
        assertThat(prod)
                .service("order")
                .container()
                .variable("DATABASE_PASSWORD")
                .isSecret();
    }
    // end

    // snippet: kit-paths
    @Test
    void ordersKeepThreeVersionsToReturnTo(@InEnvironment("prod") SynthesizedEnvironment prod) {
        assertThat(prod)
                .manifest("Deployment", "order")
                .hasField("spec.revisionHistoryLimit", 3)
                .hasField(
                        "spec.strategy",
                        Tree.ofYaml("{type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}"))
                .hasLabel("app.kubernetes.io/part-of", "shop")
                .doesNotHaveField("spec.replicas");
        assertThat(prod)
                .resource("AWS::RDS::DBInstance")
                .hasProperty("MultiAZ", true)
                .isRetained();
    }
    // end

    // snippet: kit-soft
    @Test
    void productionSurvivesAZone(@InEnvironment("prod") SynthesizedEnvironment prod) {
        SlipwaySoftAssertions.assertAllSoftly(softly -> {
            softly.assertThat(prod).resource("AWS::RDS::DBInstance").hasProperty("MultiAZ", true);
            softly.assertThat(prod).resource("AWS::MSK::Cluster").hasProperty("NumberOfBrokerNodes", 3);
            softly.assertThat(prod).service("order").autoscales(3, 10);
        });
    }
    // end

    // snippet: kit-rule
    static final Rule NAMED = Rule.named("acme/part-of")
            .because("costs are told apart by it")
            .fix("leave the labels to Slipway.")
            .over(manifests("Deployment", "Service")
                    .at("metadata.labels[app.kubernetes.io/part-of]")
                    .must("name the platform", Tree::exists));

    @Test
    void everythingIsNamed(Synthesis shop) {
        Rules.of(ShopPlatform.platform()).with(NAMED).verify(shop);
    }
    // end

    // snippet: kit-hermetic
    @Test
    void thePlatformAsksNothingOfTheMachine() {
        JavaClasses platform = new ClassFileImporter().importClasses(ShopPlatform.class);
        Hermetic.asksNothing("dev.slipway.docs..").check(platform);
        Hermetic.keepsOrder("dev.slipway.docs..").check(platform);
    }
    // end

    /** Compiled alone: DeterminismIT runs it for the default platform. */
    static void rendersTheSameBytesElsewhere() {
        // snippet: kit-second
        SecondSynthesis.of(ShopPlatform.class).verify();
        // end
    }

    @Test
    void failuresReadAsThePageShows(Synthesis shop) {
        String shown = Markdown.OF_THIS_REPOSITORY.blocks().stream()
                .filter(block -> block.isMarked("output") && block.name().equals("kit-failure"))
                .map(Markdown.Block::text)
                .findFirst()
                .orElseThrow();
        AssertionError error = Assertions.catchThrowableOfType(
                AssertionError.class,
                () -> assertThat(shop).environment("prod").service("order").mayPublishTo("order.placd"));

        Assertions.assertThat(error.getMessage().strip()).isEqualTo(shown.strip());
    }

    /** Compiled alone: there is no such output here. */
    static Synthesis foreign(String rendered) {
        // snippet: kit-foreign
        Synthesis synthesis = Synthesis.builder()
                .cloudAssembly(Path.of("cdk.out"))
                .manifests("prod", Path.of("k8s/prod"))
                .manifests("prod", "kustomize.yaml", rendered)
                .build();
        assertThat(synthesis).stack("BillingStack").hasResources("AWS::SQS::Queue", 2);
        assertThat(synthesis).environment("prod").service("billing").canReach("ledger", 8080);
        // end
        return synthesis;
    }

    /** Compiled alone: it is run by no test of its own. */
    // snippet: kit-fast
    @SynthesizedBy(value = ShopPlatform.class, environments = "prod")
    // end
    static final class Fast {}
}
