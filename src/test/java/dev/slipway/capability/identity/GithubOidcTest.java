package dev.slipway.capability.identity;

import static dev.slipway.capability.identity.GithubOidc.githubOidc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GithubOidcTest {
    @Test
    void makesTheProviderOnceForAllEnvironments() {
        Template template = Sample.with(githubOidc("acme/shop")).render().template("shared/github");

        assertThat(template.resources("AWS::IAM::OIDCProvider")).hasSize(1);
        Resource provider = template.resources("AWS::IAM::OIDCProvider").get(0);
        assertThat(provider.property("Url").text()).isEqualTo("https://token.actions.githubusercontent.com");
        assertThat(provider.property("ClientIdList").texts()).containsExactly("sts.amazonaws.com");
    }

    @Test
    void makesNoneWhereItAdoptsOne() {
        Sample adopting = Sample.with(githubOidc("acme/shop").adopted());

        assertThat(adopting.render().resources("shared", "AWS::IAM::OIDCProvider"))
                .isEmpty();
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
