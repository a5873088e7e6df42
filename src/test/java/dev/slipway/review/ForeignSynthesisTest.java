package dev.slipway.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others rendered, under names of theirs. */
class ForeignSynthesisTest {
    @TempDir
    private Path folder;

    @Test
    void readsStacksThatAreInNoStageInStagesWithinStagesAndNested() throws IOException {
        write("cdk.out/manifest.json", """
                {"artifacts": {
                  "Billing": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Billing.template.json"}},
                  "assembly-Outer": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Outer", "displayName": "Outer"}}}}""");
        write("cdk.out/Billing.template.json", """
                {"Resources": {"Api": {"Type": "AWS::CloudFormation::Stack", "Metadata": {
                  "aws:cdk:path": "Billing/Api.NestedStack/Api.NestedStackResource", "aws:asset:path": "BillingApi.nested.template.json"}}}}""");
        write("cdk.out/BillingApi.nested.template.json", """
                {"Resources": {"Queue": {"Type": "AWS::SQS::Queue"}}}""");
        write("cdk.out/assembly-Outer/manifest.json", """
                {"artifacts": {"assembly-Outer-Inner": {"type": "cdk:cloud-assembly",
                  "properties": {"directoryName": "assembly-Outer-Inner", "displayName": "Outer/Inner"}}}}""");
        write("cdk.out/assembly-Outer/assembly-Outer-Inner/manifest.json", """
                {"artifacts": {"Stack": {"type": "aws:cloudformation:stack", "displayName": "Outer/Inner/Stack",
                  "properties": {"templateFile": "Stack.template.json", "stackName": "inner"}}}}""");
        write("cdk.out/assembly-Outer/assembly-Outer-Inner/Stack.template.json", "{}");
        write("cdk.out/asset.0123/index.template.json", "no JSON");

        Synthesis synthesis =
                Synthesis.builder().cloudAssembly(folder.resolve("cdk.out")).build();

        assertThat(synthesis.templates())
                .extracting(Template::path)
                .containsExactlyInAnyOrder("Billing", "Billing/Api", "Outer/Inner/Stack");
        assertThat(synthesis.template("Billing/Api").resources("AWS::SQS::Queue"))
                .hasSize(1);
        assertThat(synthesis.template("Outer/Inner/Stack").stage()).isEqualTo("Outer/Inner");
        assertThat(synthesis.template("Outer/Inner/Stack").stackName()).isEqualTo("inner");
        assertThat(synthesis.template("Billing").stage()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsNoCloudAssembly() {
        assertThatThrownBy(() -> Synthesis.builder().cloudAssembly(folder))
                .hasMessage(
                        "The folder (%s) must hold a cloud assembly, with a manifest.json. Fix: run cdk synth, or name its output folder.",
                        folder);
    }

    @Test
    void readsManifestsOfAnyNameWithListsAndSeveralDocuments() throws IOException {
        write("base/deploy.yml", """
                # a comment alone
                ---
                kind: List
                apiVersion: v1
                items:
                  - {kind: ConfigMap, metadata: {name: a}}
                  - {kind: SecretList, items: [{kind: Secret, metadata: {name: b}}]}
                ---
                ---
                kind: IpAllowList
                metadata: {name: c}
                """);
        write("base/more.json", "{\"kind\": \"Service\", \"metadata\": {\"name\": \"d\"}}");
        write("base/values.yaml", "\uFEFFreplicas: 2\n");
        write("base/README.md", "kind: Nothing");

        Synthesis synthesis = Synthesis.ofManifests("prod", folder.resolve("base"));

        assertThat(synthesis.manifests("prod"))
                .extracting(Manifest::toString)
                .containsExactly(
                        "ConfigMap a in prod/deploy.yml",
                        "Secret b in prod/deploy.yml",
                        "IpAllowList c in prod/deploy.yml",
                        "Service d in prod/more.json");
        assertThat(synthesis.environment("prod").manifest("Service", "d").file())
                .isEqualTo("more.json");
        assertThat(synthesis.environments()).containsExactly("prod");
    }

    @Test
    void saysWhichFileItCannotRead() throws IOException {
        write("latin.yaml", "");
        Files.write(folder.resolve("latin.yaml"), "kind: Gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Synthesis.ofManifests("prod", folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The file (%s) must be UTF-8. Fix: save it as UTF-8.", folder.resolve("latin.yaml"));

        assertThatThrownBy(() -> Synthesis.builder()
                        .manifests("prod", "x.yaml", "a: 1\nb: [\n")
                        .build())
                .hasMessageStartingWith("The file (dist/prod/x.yaml) is neither JSON nor YAML, from line ");
        assertThatThrownBy(() -> Synthesis.ofManifests("prod", folder.resolve("none")))
                .hasMessage("There is neither a file nor a folder (%s).", folder.resolve("none"));
    }

    @Test
    void leavesOutWhatIsNoText() throws IOException {
        write("cdk.out/manifest.json", "{}");
        Files.write(folder.resolve("cdk.out/lambda.zip"), new byte[] {(byte) 0x80, (byte) 0xff});

        assertThat(Synthesis.read(folder.resolve("cdk.out"), folder.resolve("dist"))
                        .files())
                .containsOnlyKeys("cdk.out/manifest.json");
    }

    @Test
    void namesTheEnvironmentsThatThereAreWhereOneIsMissing() throws IOException {
        write("a.yaml", "{kind: A, metadata: {name: a}}");
        assertThatThrownBy(() -> Synthesis.ofManifests("prod", folder).environment("dev"))
                .hasMessage("There is no environment (dev); there are [prod].");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
