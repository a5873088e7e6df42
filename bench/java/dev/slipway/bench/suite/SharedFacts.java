package dev.slipway.bench.suite;

import dev.slipway.bench.suite.Fact.Count;
import dev.slipway.bench.suite.Fact.Each;
import dev.slipway.bench.suite.Fact.Named;
import dev.slipway.bench.suite.Fact.None;
import dev.slipway.bench.suite.Fact.Single;
import dev.slipway.bench.suite.Fact.Tagged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Of what environments share. */
final class SharedFacts {
    private static final String REPOSITORY = "AWS::ECR::Repository";
    private static final String ROLE = "AWS::IAM::Role";

    private SharedFacts() {}

    static List<Fact> registry(List<String> services) {
        List<Fact> facts = new ArrayList<>();
        services.forEach(service -> facts.add(new Named(
                REPOSITORY, "RepositoryName", "ordering/" + service, Map.of("ImageTagMutability", "IMMUTABLE"))));
        facts.add(new Count(REPOSITORY, services.size()));
        facts.add(new Each(REPOSITORY, Map.of("ImageScanningConfiguration", Map.of("ScanOnPush", true))));
        return facts;
    }

    static List<Fact> github() {
        String url = "https://token.actions.githubusercontent.com";
        return List.of(
                new Count("AWS::IAM::OIDCProvider", 1),
                new Single("AWS::IAM::OIDCProvider", Map.of("Url", url)),
                new Single("AWS::IAM::OIDCProvider", Map.of("ClientIdList", List.of("sts.amazonaws.com"))),
                new Named(ROLE, "RoleName", "ordering.dev.github.deploy", Map.of("Description", "Deploys environment dev")),
                new Named(
                        ROLE,
                        "RoleName",
                        "ordering.staging.github.deploy",
                        Map.of("Description", "Deploys environment staging")),
                new Named(ROLE, "RoleName", "ordering.prod.github.deploy", Map.of("Description", "Deploys environment prod")),
                new Tagged(ROLE, "RoleName", "ordering.prod.github.deploy", "platform", "ordering"),
                new Tagged(ROLE, "RoleName", "ordering.dev.github.deploy", "platform", "ordering"),
                new None(ROLE, "RoleName", "ordering.local.github.deploy"),
                new None("AWS::IAM::OIDCProvider", "Url", "https://example.com"));
    }
}
