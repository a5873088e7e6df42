package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationReportTest {
    @TempDir
    private Path cdkOut;

    @Test
    void saysNothingWhereThereIsNoReport() {
        assertThat(ValidationReport.read(cdkOut)).isEmpty();
    }

    @Test
    void saysNothingOfAnEmptyReport() throws IOException {
        report("");

        assertThat(ValidationReport.read(cdkOut)).isEmpty();
    }

    @Test
    void namesTheConstructOfEachViolation() throws IOException {
        report("""
                {"pluginName": "CloudFormation Validate", "conclusion": "success", "violations": [
                  {"ruleName": "W3010", "description": "Zones must not be literal", "severity": "warning",
                   "suggestedFix": "Use Fn::GetAZs", "violatingConstructs": [
                     {"constructPath": "dev/network/Vpc"}, {"constructPath": "prod/network/Vpc"}]}]}""");

        assertThat(ValidationReport.read(cdkOut))
                .extracting(Object::toString)
                .containsExactly("""
                warning cdk/W3010 at dev/network/Vpc
                  Zones must not be literal
                  Fix: Use Fn::GetAZs""".replace("\n", System.lineSeparator()), """
                warning cdk/W3010 at prod/network/Vpc
                  Zones must not be literal
                  Fix: Use Fn::GetAZs""".replace("\n", System.lineSeparator()));
    }

    @Test
    void takesWhateverIsNoWarningForAnError() throws IOException {
        report("""
                {"pluginName": "Mine", "conclusion": "failure", "violations": [
                  {"ruleName": "M1", "description": "Not like that", "severity": "custom", "violatingConstructs": [
                     {"constructPath": "", "cloudFormationResource": {"templatePath": "dev.template.json"}}]}]}""");

        assertThat(ValidationReport.read(cdkOut)).singleElement().hasToString("""
                error cdk/M1 at dev.template.json
                  Not like that
                  Fix: change what this construct is made from.""".replace(
                        "\n", System.lineSeparator()));
    }

    @Test
    void reportsAPluginThatBrokeOff() throws IOException {
        report("""
                {"pluginName": "Mine", "conclusion": "failure", "violations": [],
                 "metadata": {"error": "Validation plugin 'Mine' failed: no rules"}}""");

        assertThat(ValidationReport.read(cdkOut)).singleElement().hasToString("""
                error cdk/validation at Mine
                  Validation plugin 'Mine' failed: no rules.
                  Fix: run again; where it stays, report it to the CDK.""".replace(
                        "\n", System.lineSeparator()));
    }

    private void report(String plugins) throws IOException {
        Files.writeString(cdkOut.resolve(ValidationReport.FILE), "{\"pluginReports\": [%s]}".formatted(plugins));
    }
}
