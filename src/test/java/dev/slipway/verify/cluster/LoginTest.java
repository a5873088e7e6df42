package dev.slipway.verify.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.review.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.eks.EksClient;

class LoginTest {
    private static final StaticCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "not-a-key"));

    @TempDir
    private Path folder;

    @Test
    void signsWhoItIsForOneClusterAndAMinute() {
        try (EksClient eks = EksClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(CREDENTIALS)
                .build()) {
            String token = new EksLogin(eks, CREDENTIALS, "eu-central-1").token("ordering-dev");

            assertThat(token).startsWith("k8s-aws-v1.").doesNotContain("=");
            assertThat(new String(
                            Base64.getUrlDecoder().decode(token.substring("k8s-aws-v1.".length())),
                            StandardCharsets.UTF_8))
                    .startsWith("https://sts.eu-central-1.amazonaws.com/?")
                    .contains(
                            "Action=GetCallerIdentity",
                            "X-Amz-SignedHeaders=host%3Bx-k8s-aws-id",
                            "X-Amz-Expires=60",
                            "X-Amz-Credential=AKIDEXAMPLE%2F")
                    .doesNotContain("not-a-key");
        }
    }

    @Test
    void takesTheContextThatIsNamed() throws IOException {
        try (ApiServerMock mock = ApiServerMock.start()) {
            mock.apply(Tree.of(Map.of(
                    "apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "a", "namespace", "shop"))));
            Path kubeconfig = folder.resolve("config");
            Files.writeString(kubeconfig, """
                apiVersion: v1
                kind: Config
                current-context: other
                clusters: [{name: mock, cluster: {server: "%s"}}, {name: other, cluster: {server: "http://localhost:1"}}]
                users: [{name: me, user: {token: "%s"}}]
                contexts:
                  - {name: mock, context: {cluster: mock, user: me}}
                  - {name: other, context: {cluster: other, user: me}}
                """.formatted(mock.address(), ApiServerMock.TOKEN));
            String before = System.setProperty("kubeconfig", kubeconfig.toString());
            try (ApiServer cluster = ApiServer.ofContext("mock")) {
                assertThat(cluster.list("v1", "ConfigMap", "shop")).hasSize(1);
                assertThatThrownBy(() -> ApiServer.ofContext("mokc"))
                        .isInstanceOf(UnreachableException.class)
                        .hasMessageContaining("must have the context (mokc)");
            } finally {
                if (before == null) {
                    System.clearProperty("kubeconfig");
                } else {
                    System.setProperty("kubeconfig", before);
                }
            }
        }
    }
}
