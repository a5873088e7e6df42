package dev.slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.template.TemplateLimits;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LimitsTest {
    @TestFactory
    Stream<DynamicTest> holdForEverythingThatIsRendered() {
        return Rendered.everything().entrySet().stream()
                .map(rendered -> DynamicTest.dynamicTest(
                        rendered.getKey(), () -> assertThat(TemplateLimits.findings(rendered.getValue()).stream()
                                        .map(Finding::toString))
                                .isEmpty()));
    }

    @Test
    void areThoseOfCloudFormation() {
        String name = "n".repeat(65);
        String role =
                "{\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": \"%s\", \"Policies\": [{\"PolicyDocument\": \"%s\"}]}}"
                        .formatted(name, "p".repeat(10_241));
        String roles = IntStream.rangeClosed(0, 500)
                .mapToObj(i -> "\"R%s\": %s".formatted(i, role))
                .collect(Collectors.joining(","));
        String outputs = IntStream.rangeClosed(1, 201)
                .mapToObj(i -> "\"O%s\": {\"Value\": \"o\"}".formatted(i))
                .collect(Collectors.joining(","));
        String parameters = IntStream.rangeClosed(1, 201)
                .mapToObj(i -> "\"P%s\": {\"Type\": \"String\"}".formatted(i))
                .collect(Collectors.joining(","));
        Synthesis large = Synthesis.of(Map.of(
                "cdk.out/manifest.json",
                "{\"artifacts\": {\"a\": {\"type\": \"aws:cloudformation:stack\", \"displayName\": \"dev/a\", \"properties\": {\"templateFile\": \"a.template.json\"}}}}",
                "cdk.out/a.template.json",
                "{\"Resources\": {%s}, \"Parameters\": {%s}, \"Outputs\": {%s, \"O\": {\"Export\": {\"Name\": \"o\"}}}}"
                        .formatted(roles, parameters, outputs)));

        assertThat(TemplateLimits.findings(large).stream().map(Finding::rule).distinct())
                .containsExactlyInAnyOrder(
                        "template/resources",
                        "template/outputs",
                        "template/parameters",
                        "template/export",
                        "template/policies",
                        "template/name",
                        "template/body");
    }
}
