package dev.slipway.capability.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The function itself, run in Python on a stand-in for Secrets Manager. */
class RotationScriptTest {
    private static final String STAND_IN = """
            class Missing(Exception):
                pass

            class Client:
                class exceptions:
                    ResourceNotFoundException = Missing

                def __init__(self):
                    self.stages = {"old": ["AWSCURRENT"], "new": ["AWSPENDING"]}
                    self.values = {"old": '{"key": "before"}'}
                    self.made = 0

                def describe_secret(self, SecretId):
                    return {"VersionIdsToStages": {v: list(s) for v, s in self.stages.items()}}

                def get_secret_value(self, SecretId, VersionStage, VersionId=None):
                    for version, stages in self.stages.items():
                        if VersionStage in stages and version in self.values and VersionId in (None, version):
                            return {"SecretString": self.values[version]}
                    raise Missing()

                def put_secret_value(self, SecretId, ClientRequestToken, SecretString, VersionStages):
                    self.values[ClientRequestToken] = SecretString
                    self.stages[ClientRequestToken] = VersionStages

                def get_random_password(self, PasswordLength, ExcludePunctuation):
                    self.made += 1
                    return {"RandomPassword": "x" * PasswordLength + str(self.made)}

                def update_secret_version_stage(self, SecretId, VersionStage, MoveToVersionId, RemoveFromVersionId):
                    self.stages[RemoveFromVersionId].remove(VersionStage)
                    self.stages[MoveToVersionId].append(VersionStage)

            instance = Client()

            def client(name):
                return instance
            """;

    @TempDir
    private Path folder;

    @BeforeAll
    static void findPython() throws InterruptedException {
        boolean isThere;
        try {
            isThere = new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            isThere = false;
        }
        assumeTrue(isThere, "Python 3 is missing: install it to run the function that rotates secrets");
    }

    private String run(String program) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("boto3.py"), STAND_IN);
        Files.writeString(folder.resolve("index.py"), RotationScript.TEXT);
        Files.writeString(folder.resolve("main.py"), """
                import boto3, index
                def step(name, token="new"):
                    index.handler({"SecretId": "s", "ClientRequestToken": token, "Step": name}, None)
                s = boto3.instance
                """ + program);
        ProcessBuilder builder = new ProcessBuilder("python3", "main.py").directory(folder.toFile());
        builder.environment().put("LENGTH", "4");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.strip();
    }

    @Test
    void makesAValueThatBecomesTheCurrentOneInTheLastStep() throws Exception {
        assertThat(run("""
                step("createSecret"); step("setSecret"); step("testSecret")
                print(s.values["new"], s.stages)
                step("finishSecret")
                print(s.stages)
                """)).isEqualTo("""
                        {"key": "xxxx1"} {'old': ['AWSCURRENT'], 'new': ['AWSPENDING']}
                        {'old': [], 'new': ['AWSPENDING', 'AWSCURRENT']}""");
    }

    @Test
    void makesOneValueHoweverOftenItIsCalled() throws Exception {
        assertThat(run("""
                for name in ["createSecret", "createSecret", "finishSecret", "finishSecret", "createSecret"]:
                    step(name)
                print(s.made, s.values["new"], s.stages["new"])
                """)).isEqualTo("1 {\"key\": \"xxxx1\"} ['AWSPENDING', 'AWSCURRENT']");
    }

    @Test
    void refusesAVersionThatSecretsManagerDoesNotKnow() throws Exception {
        assertThat(run("step(\"createSecret\", \"other\")"))
                .endsWith("ValueError: There is no version other of s to rotate to");
    }
}
