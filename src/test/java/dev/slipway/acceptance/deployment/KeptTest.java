package dev.slipway.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.platform.Platform;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.specification.Specification;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code mvn test -Dtest=KeptTest -Dslipway.update=true} writes the page anew. */
class KeptTest {
    @TestFactory
    Stream<DynamicTest> isNothingOutsideOfProduction() {
        return everything((platform, synthesis) ->
                assertThat(resources(synthesis, names(platform, false))).noneMatch(KeptPage::isKept));
    }

    @TestFactory
    Stream<DynamicTest> isEverythingWithStateInProduction() {
        Specification specification = Specification.load();
        return everything((platform, synthesis) -> assertThat(resources(synthesis, names(platform, true)))
                .filteredOn(resource -> specification.isStateful(resource.type()) && holdsItsOwn(resource))
                .allMatch(KeptPage::isKept));
    }

    /**
     * A reader copies its source; an instance of a cluster has the storage of the cluster; an address holds nothing and costs by the
     * hour; what a function of the stack's own says is of use as long as the function is there.
     */
    private static boolean holdsItsOwn(Resource resource) {
        return !resource.property("SourceDBInstanceIdentifier").exists()
                && !resource.property("DBClusterIdentifier").exists()
                && !resource.type().equals("AWS::EC2::EIP")
                && resource.template().resources("AWS::Lambda::Function").stream()
                        .noneMatch(function -> function.property("LoggingConfig.LogGroup.Ref")
                                .text()
                                .equals(resource.id()));
    }

    @Test
    void isWhatThePageSays() {
        Platform platform = Rendered.platforms().get("OrderingPlatform");
        Synthesis synthesis = Rendered.blueprints().get("OrderingPlatform");
        assertThat(names(platform, true)).containsExactly("prod");

        String page = KeptPage.markdown(synthesis);

        if (Boolean.getBoolean("slipway.update")) {
            KeptPage.write(page);
        }
        assertThat(KeptPage.PATH).hasContent(page);
    }

    private interface Check {
        void on(Platform platform, Synthesis synthesis);
    }

    private static Stream<DynamicTest> everything(Check check) {
        return Rendered.everything().entrySet().stream()
                .map(rendered -> DynamicTest.dynamicTest(
                        rendered.getKey(), () -> check.on(Rendered.platform(rendered.getKey()), rendered.getValue())));
    }

    private static Stream<Resource> resources(Synthesis synthesis, Set<String> stages) {
        return synthesis.templates().stream()
                .filter(template -> stages.contains(template.stage()))
                .flatMap(template -> template.resources().stream());
    }

    private static Set<String> names(Platform platform, boolean isProduction) {
        return platform.environments().stream()
                .filter(environment -> environment.isProduction() == isProduction)
                .map(environment -> environment.name())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
