package dev.slipway;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.plan.problem.Problem;
import dev.slipway.plan.problem.Problem.Severity;
import dev.slipway.platform.Origin;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the CDK's validation says about the templates that it wrote, as problems like any other. */
final class ValidationReport {
    /** Written by the CDK beside its manifest. */
    static final String FILE = "validation-report.json";

    private static final Set<String> HARMLESS = Set.of("warning", "info");

    private ValidationReport() {}

    /** The problems in the report of a cloud assembly; none where there is no report. */
    static List<Problem> read(Path cdkOut) {
        Path file = cdkOut.resolve(FILE);
        if (Files.notExists(file)) {
            return List.of();
        }
        try {
            return problems(Tree.of(new ObjectMapper().readValue(file.toFile(), Object.class)));
        } catch (IOException e) {
            throw new UncheckedIOException("The report (%s) cannot be read".formatted(file), e);
        }
    }

    private static List<Problem> problems(Tree report) {
        return report.get("pluginReports").items().stream()
                .flatMap(plugin -> Stream.concat(
                        failure(plugin),
                        plugin.get("violations").items().stream().flatMap(ValidationReport::violations)))
                .toList();
    }

    /** A plugin that broke off has found nothing, which is not to look as if there were nothing. */
    private static Stream<Problem> failure(Tree plugin) {
        Tree error = plugin.at("metadata.error");
        boolean failed = plugin.get("conclusion").text().equals("failure");
        return failed && error.exists()
                ? Stream.of(Problem.error(
                        "cdk/validation",
                        Origin.of(plugin.get("pluginName").text(), 0),
                        error.text() + ".",
                        "run again; where it stays, report it to the CDK."))
                : Stream.empty();
    }

    private static Stream<Problem> violations(Tree violation) {
        Severity severity = HARMLESS.contains(violation.get("severity").text()) ? Severity.WARNING : Severity.ERROR;
        Tree fix = violation.get("suggestedFix");
        return violation.get("violatingConstructs").items().stream()
                .map(construct -> new Problem(
                        severity,
                        "cdk/" + violation.get("ruleName").text(),
                        violation.get("description").text(),
                        fix.exists() ? fix.text() : "change what this construct is made from.",
                        Origin.of(place(construct), 0)));
    }

    /** {@code dev/network/Vpc}, or the template where the report knows no construct. */
    private static String place(Tree construct) {
        String path = construct.get("constructPath").text();
        return path.isEmpty()
                ? construct.at("cloudFormationResource.templatePath").text()
                : path;
    }
}
