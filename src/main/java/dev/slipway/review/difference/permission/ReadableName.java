package dev.slipway.review.difference.permission;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names for ARNs and logical ids, as a reader knows the things. */
final class ReadableName {
    private static final Pattern ARN = Pattern.compile(
            "arn:(?<partition>[^:]*):(?<service>[^:]*):(?<region>[^:]*):(?<account>[^:]*):(?<rest>.+)", Pattern.DOTALL);
    private static final Pattern OWN = Pattern.compile("\\$\\{(?<path>[^/}]+/[^/}]+/[^/}]+)(/[^/}]+)?}");
    private static final Pattern PREFIXED = Pattern.compile("(?<what>[a-z-]+)[/:](?<name>.+)", Pattern.DOTALL);
    private static final Pattern ACCOUNTS = Pattern.compile("aws://(\\d{12})/");

    private static final Map<String, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry("AWS::IAM::Role", "RoleName"),
            Map.entry("AWS::IAM::User", "UserName"),
            Map.entry("AWS::IAM::Group", "GroupName"),
            Map.entry("AWS::S3::Bucket", "BucketName"),
            Map.entry("AWS::SQS::Queue", "QueueName"),
            Map.entry("AWS::SNS::Topic", "TopicName"),
            Map.entry("AWS::MSK::Cluster", "ClusterName"),
            Map.entry("AWS::MSK::ServerlessCluster", "ClusterName"),
            Map.entry("AWS::EKS::Cluster", "Name"),
            Map.entry("AWS::ECR::Repository", "RepositoryName"),
            Map.entry("AWS::SecretsManager::Secret", "Name"),
            Map.entry("AWS::Lambda::Function", "FunctionName"),
            Map.entry("AWS::EC2::SecurityGroup", "GroupDescription"),
            Map.entry("AWS::KMS::Key", "Description"),
            Map.entry("AWS::RDS::DBInstance", "DBInstanceIdentifier"),
            Map.entry("AWS::RDS::DBCluster", "DBClusterIdentifier"),
            Map.entry("AWS::Logs::LogGroup", "LogGroupName")));

    private final Map<String, String> things = new TreeMap<>();
    private final Map<String, Boolean> accounts = new TreeMap<>();

    ReadableName(Synthesis... sides) {
        for (Synthesis side : sides) {
            for (Template template : side.templates()) {
                template.resources()
                        .forEach(resource -> things.put(template.path() + "/" + resource.id(), name(resource)));
            }
            side.files().forEach((path, text) -> {
                if (path.endsWith("manifest.json")) {
                    Matcher matcher = ACCOUNTS.matcher(text);
                    while (matcher.find()) {
                        accounts.put(matcher.group(1), true);
                    }
                }
            });
        }
    }

    /** {@code role ordering.prod.order}; where it has no name of its own, its stack and logical id. */
    static String name(Resource resource) {
        String type = resource.type().replaceFirst(".*::", "");
        String what = type.matches("[A-Z]+[a-z].*|[a-z].*")
                ? type.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ")
                        .toLowerCase(Locale.ROOT)
                : type;
        Tree name = resource.property(NAMES.getOrDefault(resource.type(), "Name"));
        String own = name.fields().isEmpty() ? name.text() : "";
        return what + " " + (own.isEmpty() ? resource.template().path() + "/" + resource.id() : own);
    }

    /** An ARN, a reference or a principal, shortened to what it names; anything else as it is. */
    String of(String text) {
        if (text.equals("*")) {
            return "everything";
        }
        Matcher reference = OWN.matcher(text);
        if (reference.matches() && things.containsKey(reference.group("path"))) {
            return things.getOrDefault(reference.group("path"), text);
        }
        Matcher arn = ARN.matcher(text);
        return arn.matches() ? arn(arn) : replaced(text);
    }

    private String arn(Matcher arn) {
        String account = arn.group("account");
        boolean isOther = account.matches("\\d{12}") && !accounts.containsKey(account);
        return named(arn.group("service"), replaced(arn.group("rest"))) + (isOther ? " of account " + account : "");
    }

    private static String named(String service, String rest) {
        if (service.equals("s3")) {
            return rest.contains("/") ? "objects " + rest : "bucket " + rest;
        }
        if (rest.equals("*")) {
            return "everything of " + service;
        }
        Matcher prefixed = PREFIXED.matcher(rest);
        if (!prefixed.matches()) {
            return service.equals("iam") && rest.equals("root") ? "the account" : service + " " + rest;
        }
        String what = prefixed.group("what");
        String name = prefixed.group("name");
        return switch (service) {
            case "kafka" ->
                what.equals("cluster")
                        ? "the cluster"
                        : (what + " " + name.replaceFirst("^\\S*?[}*]/", ""))
                                .replace("transactional-id", "transactional id");
            case "secretsmanager" -> "secret " + name.replaceFirst("-\\?{6}$", "");
            case "ssm" -> what + " " + (what.equals("parameter") ? "/" + name : name);
            case "logs" -> "log group " + name;
            default -> what + " " + name;
        };
    }

    private String replaced(String text) {
        return OWN.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(things.getOrDefault(match.group(1), match.group())));
    }

    /** {@code service pods.eks.amazonaws.com}, {@code anybody} */
    String principal(Globs principals) {
        if (principals.isEverything()) {
            return "anybody";
        }
        String text = principals.globs().stream()
                .map(Glob::pattern)
                .map(pattern -> pattern.startsWith("AWS ")
                        ? of(
                                pattern.substring(4).matches("\\d{12}")
                                        ? "account " + pattern.substring(4)
                                        : pattern.substring(4))
                        : pattern.replaceFirst("^Service ", "service ").replaceFirst("^Federated ", "federated "))
                .collect(Collectors.joining(", "));
        return (principals.isNegated() ? "anybody but " : "") + text;
    }

    String objects(Globs resources) {
        if (resources.isEverything()) {
            return "everything";
        }
        String text = resources.globs().stream().map(glob -> of(glob.pattern())).collect(Collectors.joining(", "));
        return (resources.isNegated() ? "everything but " : "") + text;
    }
}
