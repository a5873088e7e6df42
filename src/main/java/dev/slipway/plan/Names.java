package dev.slipway.plan;

import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Every name that both planes use, decided once. A name that AWS or Kubernetes would find too long is cut, and ends in a
 * hash of the whole, so that it stays the same and differs from every other.
 */
public record Names(String platform, String environment, String namespace) {
    /** IAM: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html. */
    private static final int ROLE_LIMIT = 64;

    /** EKS, MSK: at most 100 and 64 characters; one name serves both. */
    private static final int CLUSTER_LIMIT = 64;

    /** Kubernetes: a namespace is a label of RFC 1123. */
    private static final int NAMESPACE_LIMIT = 63;

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html. */
    private static final int BUCKET_LIMIT = 63;

    private static final int HASH_LENGTH = 7;

    static Names of(Platform platform, Environment environment) {
        String fallback = environment.isProduction() ? platform.name() : platform.name() + "-" + environment.name();
        String namespace = environment.namespace().orElse(limited(fallback, NAMESPACE_LIMIT));
        return new Names(platform.name(), environment.name(), namespace);
    }

    /** Name of something that an environment has one of: {@code ordering-dev}. */
    public String environmentWide() {
        return limited(platform + "-" + environment, CLUSTER_LIMIT);
    }

    /** Name of something that an environment has one of, where AWS allows fewer characters. */
    public String environmentWide(int limit) {
        return limited(platform + "-" + environment, limit);
    }

    /** Name of something that a service has one of in an environment: {@code ordering-dev-order}. */
    public String ofService(Service service, int limit) {
        return limited(platform + "-" + environment + "-" + service.name(), limit);
    }

    /** The IAM role under which the pods of a service or task act. Dots part what DNS labels cannot contain, so no two coincide. */
    public String role(String owner) {
        return limited("%s.%s.%s".formatted(platform, environment, owner), ROLE_LIMIT);
    }

    /** An IAM role for one purpose: of a service, or of something that serves them all. */
    public String role(String owner, String purpose) {
        return limited("%s.%s.%s.%s".formatted(platform, environment, owner, purpose), ROLE_LIMIT);
    }

    /** The role as which External Secrets reads the parameters and secrets of one owner, and nothing else. */
    public String secretReaderRole(String owner) {
        return role(owner, "secret-reader");
    }

    /** The role of External Secrets itself: may only become one of the readers. */
    public String externalSecretsRole() {
        return role("platform", "external-secrets");
    }

    /** A secret in Secrets Manager: {@code ordering/dev/order/database}. */
    public String secret(String owner, String purpose) {
        return "%s/%s/%s/%s".formatted(platform, environment, owner, purpose);
    }

    /** A parameter in Parameter Store: {@code /ordering/dev/streaming/bootstrap-brokers}. */
    public Parameter parameter(String concern, String name, Parameter.Type type) {
        return new Parameter("/%s/%s/%s/%s".formatted(platform, environment, concern, name), type);
    }

    /** The repository of a service's images, shared by all environments: {@code ordering/order}. */
    public String repository(Service service) {
        return platform + "/" + service.name();
    }

    /**
     * A bucket in S3, whose names are shared with all the world: {@code ordering-dev-invoices-111122223333-eu-central-1}.
     */
    public String bucket(String name, Target target) {
        String suffix = "-%s-%s".formatted(target.account(), target.region());
        return limited("%s-%s-%s".formatted(platform, environment, name), BUCKET_LIMIT - suffix.length()) + suffix;
    }

    /** The role as which GitHub's workflows deploy the environment: {@code ordering.dev.github.deploy}. */
    public String githubDeployRole() {
        return role("github", "deploy");
    }

    /** The role as which GitHub's workflows compare a pull request with what is deployed in an account. */
    public String githubDiffRole() {
        return limited("%s.shared.github.diff".formatted(platform), ROLE_LIMIT);
    }

    /** The role as which GitHub's workflows push images of the platform's services to an account. */
    public String githubImagesRole() {
        return limited("%s.shared.github.images".formatted(platform), ROLE_LIMIT);
    }

    /** The role as which GitHub's workflows look whether what runs in an account is what was synthesized. */
    public String githubVerifyRole() {
        return limited("%s.shared.github.verify".formatted(platform), ROLE_LIMIT);
    }

    public Parameter vpcId() {
        return parameter("network", "vpc-id", Parameter.Type.VPC);
    }

    public Parameter subnetIds(Tier tier) {
        return parameter("network", tier.name().toLowerCase(Locale.ROOT) + "-subnet-ids", Parameter.Type.SUBNETS);
    }

    /** The security group that every node and pod of the cluster has. */
    public Parameter clusterSecurityGroup() {
        return parameter("cluster", "security-group-id", Parameter.Type.SECURITY_GROUP);
    }

    /**
     * A text of at most so many characters: itself, or its beginning and a hash of the whole. Never two hyphens in a row
     * where the text has none: RDS, ElastiCache and ECR refuse them.
     */
    public static String limited(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = limit - HASH_LENGTH - 1;
        while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "-" + hash(text).substring(0, HASH_LENGTH);
    }

    /** SHA-256 of a text, in hexadecimal: changes exactly when the text does. */
    public static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
