package dev.slipway.testing.foreign;

import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.Child;
import dev.slipway.NodeTools;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rules;
import dev.slipway.testing.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The kit on an app in TypeScript, made with the CDK of npm, beside manifests of Kustomize. */
class ForeignAppIT {
    private static final Path SOURCE = Path.of("src/test/resources/foreign/app/app.ts");
    private static final Path FOLDER = Path.of("target/foreign-app");
    private static final String CONFIGURATION = """
            {"compilerOptions": {"target": "es2022", "module": "commonjs", "strict": true, "skipLibCheck": true, "types": []},
             "files": ["app.ts"]}
            """;

    private static Synthesis billing = Synthesis.builder().build();

    @BeforeAll
    static void synthesize() throws Exception {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("package.json"), "{\"name\": \"billing\", \"private\": true}\n");
        Files.writeString(FOLDER.resolve("tsconfig.json"), CONFIGURATION);
        Files.writeString(FOLDER.resolve("app.ts"), Files.readString(SOURCE));
        run(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--no-save",
                "--ignore-scripts",
                "--prefer-offline",
                "aws-cdk-lib@" + version("aws-cdk-lib"),
                "constructs@" + version("constructs"));
        run(NodeTools.installed("tsc"), "-p", ".");
        run(NodeTools.installed("cdk"), "synth", "--quiet", "--app", "node app.js", "--output", "cdk.out");
        billing = Synthesis.builder()
                .cloudAssembly(FOLDER.resolve("cdk.out"))
                .manifests("prod", "kustomize.yaml", Kustomized.overlay("prod"))
                .build();
    }

    /** That of the jars, which the POM pins. */
    private static String version(String property) throws IOException {
        Matcher pinned = Pattern.compile("<%1$s\\.version>([^<]+)</%1$s\\.version>".formatted(property))
                .matcher(Files.readString(Path.of("pom.xml")));
        Assertions.assertThat(pinned.find()).isTrue();
        return pinned.group(1);
    }

    private static void run(String... command) {
        Child child = Child.of(FOLDER, Map.of(), List.of(command));
        Assertions.assertThat(child.exit()).as(child.out() + child.err()).isZero();
    }

    @Test
    void hasItsStagesAndNestedStacks() {
        assertThat(billing).hasStacks("prod/network", "prod/billing", "prod/billing/Alarms");
        assertThat(billing).stack("prod/billing").hasResources("AWS::SQS::Queue", 2);
        assertThat(billing)
                .environment("prod")
                .resource("AWS::RDS::DBInstance")
                .hasProperty("StorageEncrypted", true)
                .isRetained();
        assertThat(billing).stack("prod/billing/Alarms").hasResources("AWS::SNS::Topic", 1);
    }

    @Test
    void isFollowedFromPodsToRoles() {
        assertThat(billing)
                .environment("prod")
                .service("billing")
                .actsAs("billing-prod")
                .may("s3:GetObject", "arn:aws:s3:::invoices/1")
                .mayNot("s3:PutObject", "arn:aws:s3:::invoices/1");
    }

    @Test
    void isFollowedFromPodsThroughPoliciesAndSecurityGroups() {
        assertThat(billing)
                .environment("prod")
                .service("billing")
                .canReach("ledger-db", 5432)
                .cannotReach("ledger-db", 5433);
        assertThat(billing)
                .environment("prod")
                .service("ledger")
                .canReach("AWS::RDS::DBInstance", 5432)
                .cannotReach("AWS::RDS::DBInstance", 5433);
    }

    @Test
    void goesByTheRules() {
        Assertions.assertThat(Rules.all().check(billing).stream().map(Finding::text))
                .anyMatch(text -> text.contains("BillingRole") && text.contains("sts:TagSession"))
                .anyMatch(text -> text.contains("must be enforced in the cluster of environment prod"))
                .anyMatch(text -> text.contains("Fn::ImportValue must not be used"))
                .anyMatch(text -> text.contains("ScaledObject") && text.endsWith("by keda."))
                .anyMatch(text -> text.contains("Certificate") && text.endsWith("by cert-manager."))
                .noneMatch(text -> text.contains("it has Kubernetes 1."));
    }

    @Test
    void hasGoldenFilesWithoutNoise() {
        Map<String, String> files = GoldenFiles.of(billing);
        Assertions.assertThat(files).containsKeys("aws/network.yaml", "aws/billing.yaml", "aws/billing-Alarms.yaml");
        Assertions.assertThat(files.get("aws/billing.yaml"))
                .contains("Invoices: prod", "deadLetterTargetArn: \"${DeadInvoices/Arn}\"")
                .doesNotContain("BootstrapVersion");
    }
}
