package dev.slipway.capability.identity;

import static dev.slipway.capability.identity.GithubOidc.githubOidc;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubOidcTest {
    @Test
    void makesTheProviderOnceForAllEnvironments() {
        assertThat(Sample.with(githubOidc("acme/shop")).render())
                .stack("shared/github")
                .resource("AWS::IAM::OIDCProvider")
                .hasProperty("Url", "https://token.actions.githubusercontent.com")
                .hasProperty("ClientIdList", List.of("sts.amazonaws.com"));
    }

    @Test
    void makesNoneWhereItAdoptsOne() {
        assertThat(Sample.with(githubOidc("acme/shop").adopted()).render())
                .environment("shared")
                .resources("AWS::IAM::OIDCProvider")
                .areNone();
    }

    @Test
    void knowsTheArnOfTheProviderWhoeverMadeIt() {
        GithubOidc adopted = githubOidc("acme/shop").adopted();

        assertThat(adopted.providerArn(
                        Sample.with(adopted).plan().environments().get(0).place()))
                .isEqualTo("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shop", "acme/", "/shop", "acme/shop/api", "ac--me/shop", "-acme/shop", "acme/*", "acme/.."})
    void refusesWhatIsNoRepository(String repository) {
        assertThat(Sample.with(githubOidc(repository)).problems())
                .containsExactly(
                        "identity/repository: The GitHub repository (%s) must be an owner and a name, parted by a slash. Fix: write it as githubOidc(\"acme/ordering\")."
                                .formatted(repository));
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/shop", "a-1/Shop_2.api", "acme/.github"})
    void acceptsRepositories(String repository) {
        assertThat(Sample.with(githubOidc(repository)).problems()).isEmpty();
    }
}
