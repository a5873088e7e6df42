package dev.slipway.verify.live;

import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Scope;
import dev.slipway.verify.Verification;
import dev.slipway.verify.Verifier;
import dev.slipway.verify.aws.Account;
import dev.slipway.verify.aws.AwsVerification;
import dev.slipway.verify.aws.question.AwsServices;
import dev.slipway.verify.cluster.ApiServer;
import dev.slipway.verify.cluster.ClusterVerification;
import dev.slipway.verify.cluster.EksLogin;
import dev.slipway.verify.cluster.UnreachableException;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;

/** Asks AWS by the default chain of credentials, and clusters of EKS by the same; other clusters by the kubeconfig. */
public final class LiveVerifier implements Verifier {
    private static final String NO_CREDENTIALS = "Unable to load credentials";

    private final Function<String, AwsServices> services;

    public LiveVerifier() {
        this(AwsServices::in);
    }

    /** With clients of one's own. */
    public LiveVerifier(Function<String, AwsServices> services) {
        this.services = services;
    }

    @Override
    public Verification verify(Scope scope, Synthesis synthesis) {
        if (scope.aws().isEmpty()) {
            return scope.planes().contains(Plane.KUBERNETES)
                    ? cluster(scope, synthesis, () -> ApiServer.ofContext(scope.context()))
                    : Verification.NONE;
        }
        Target place = scope.aws().get();
        try (AwsServices aws = services.apply(place.region())) {
            Verification all = Verification.NONE;
            if (scope.planes().contains(Plane.AWS)) {
                all = all.and(aws(scope, synthesis, place, aws));
            }
            if (scope.planes().contains(Plane.KUBERNETES)
                    && !synthesis.manifests(scope.stage()).isEmpty()) {
                all = all.and(cluster(scope, synthesis, () -> server(scope, place, aws)));
            }
            return all;
        }
    }

    private static Verification aws(Scope scope, Synthesis synthesis, Target place, AwsServices aws) {
        String account;
        try {
            account = aws.client(StsClient.class, StsClient::builder)
                    .getCallerIdentity()
                    .account();
        } catch (SdkException e) {
            return Verification.failed("AWS cannot be asked who this is: " + firstLine(e));
        }
        if (!account.equals(place.account())) {
            return Verification.failed("The account (%s) of the credentials must be that of %s (%s).%s"
                    .formatted(
                            account,
                            scope.stage(),
                            place.account(),
                            place.account().equals(Target.DOCUMENTATION_ACCOUNT)
                                    ? " That is the documentation's: name yours in slipway.local.properties."
                                    : ""));
        }
        return new AwsVerification(aws, new Account(account, place.region()), scope.platform())
                .of(synthesis, scope.stage());
    }

    private static ApiServer server(Scope scope, Target place, AwsServices aws) {
        return scope.context().isEmpty()
                ? new EksLogin(aws.eks(), DefaultCredentialsProvider.builder().build(), place.region())
                        .to(scope.cluster())
                : ApiServer.ofContext(scope.context());
    }

    /** How a cluster is come into. */
    private interface Login {
        ApiServer get();
    }

    private static Verification cluster(Scope scope, Synthesis synthesis, Login login) {
        try (ApiServer cluster = login.get()) {
            return new ClusterVerification(cluster, scope.platform()).of(synthesis, scope.stage());
        } catch (SdkException e) {
            return Verification.failed(
                    "The cluster (%s) cannot be come into: %s".formatted(scope.cluster(), firstLine(e)));
        } catch (UnreachableException e) {
            return Verification.failed("The cluster cannot be asked: " + e.getMessage());
        }
    }

    /** The SDK says of every provider of its chain why it has none, in a line of a thousand characters. */
    private static String firstLine(Exception failure) {
        String line = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return line.startsWith(NO_CREDENTIALS) ? "there are no credentials; sign in, such as by aws sso login" : line;
    }
}
