package dev.slipway.review.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.cost.usage.Assumption;
import dev.slipway.review.cost.usage.NodeType;
import dev.slipway.review.cost.usage.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** By templates and objects written out by hand, at round prices. */
class EstimateTest {
    private static final String NAT = """
            {"Type": "AWS::EC2::NatGateway"}""";

    private final Prices prices = Prices.read("""
            vpc/nat-gateway,eu-central-1,0.05,hour,2026-01-31,https://example.com/a, b
            vpc/nat-gateway,us-east-1,0.04,hour,2026-01-31,https://example.com
            vpc/nat-gateway-data,eu-central-1,0.1,GB,2026-01-31,https://example.com
            vpc/endpoint,eu-central-1,0.01,hour,2026-01-31,https://example.com
            vpc/endpoint-data,eu-central-1,0.01,GB,2026-01-31,https://example.com
            msk/kafka.m7g.large,eu-central-1,0.2,hour,2026-01-31,https://example.com
            msk/storage,eu-central-1,0.1,GB-month,2026-01-31,https://example.com
            cache/valkey/cache.t4g.micro,eu-central-1,0.01,hour,2026-01-31,https://example.com
            rds/postgres/db.t4g.small/multi-az,eu-central-1,0.07,hour,2026-01-31,https://example.com
            rds/gp3/multi-az,eu-central-1,0.2,GB-month,2026-01-31,https://example.com
            rds/backup,eu-central-1,0.1,GB-month,2026-01-31,https://example.com
            rds/aurora-capacity,eu-central-1,0.1,ACU-hour,2026-01-31,https://example.com
            ec2/m7i.large,eu-central-1,0.1,hour,2026-01-31,https://example.com
            eks/auto-mode/m7i.large,eu-central-1,0.01,hour,2026-01-31,https://example.com
            ebs/gp3,eu-central-1,0.1,GB-month,2026-01-31,https://example.com
            eks/cluster,*,0.1,hour,2026-01-31,https://example.com
            """);

    private static Synthesis synthesis(Map<String, String> resources, String objects) {
        Map<String, String> files = new TreeMap<>();
        files.put("cdk.out/assembly-dev/manifest.json", """
                {"artifacts": {"devall": {
                  "type": "aws:cloudformation:stack", "environment": "aws://111122223333/eu-central-1",
                  "displayName": "dev/all", "properties": {"templateFile": "all.template.json"}}}}""");
        files.put(
                "cdk.out/assembly-dev/all.template.json",
                "{\"Resources\": {%s}}"
                        .formatted(String.join(
                                ",",
                                resources.entrySet().stream()
                                        .map(each -> "\"%s\": %s".formatted(each.getKey(), each.getValue()))
                                        .toList())));
        if (!objects.isEmpty()) {
            files.put("dist/dev/order.k8s.yaml", objects);
        }
        return Synthesis.of(files);
    }

    private Estimate estimate(String resource) {
        return Estimate.of(synthesis(Map.of("It", resource), ""), "dev", prices);
    }

    private static List<String> amounts(Estimate estimate) {
        return estimate.lines().stream()
                .map(line -> "%s %s%s".formatted(line.price().item(), line.cost(), line.isFixed() ? "" : " assumed"))
                .toList();
    }

    @Test
    void hasNoPriceForADiskOfWhichNobodySaysHowBigItIs() {
        Estimate estimate = estimate("""
                {"Type": "AWS::RDS::DBInstance", "Properties": {"Engine": "postgres", "DBInstanceClass": "db.t4g.small", "MultiAZ": true}}""");

        assertThat(estimate.unpriced().toString()).contains("rds/storage-of-unknown-size");
    }

    @Test
    void partsWhatIsFixedFromWhatIsAssumed() {
        Estimate estimate = estimate(NAT);

        assertThat(amounts(estimate)).containsExactly("vpc/nat-gateway $36.50", "vpc/nat-gateway-data $5.00 assumed");
        assertThat(estimate.region()).isEqualTo("eu-central-1");
        assertThat(estimate.total()).hasToString("$41.50");
        assertThat(estimate.fixed()).hasToString("$36.50");
        assertThat(estimate.lines().get(0).price().source()).isEqualTo("https://example.com/a, b");
    }

    @Test
    void takesAnotherUse() {
        Usage much = Usage.usual().with(Assumption.NAT_GB, 1000);

        assertThat(amounts(Estimate.of(synthesis(Map.of("It", NAT), ""), "dev", prices, much)))
                .containsExactly("vpc/nat-gateway $36.50", "vpc/nat-gateway-data $100.00 assumed");
    }

    @Test
    void leavesOutOfTheTotalWhatHasNoPriceInTheRegion() {
        Estimate elsewhere = Estimate.in("us-east-1", synthesis(Map.of("It", NAT), ""), "dev", prices, Usage.usual());

        assertThat(amounts(elsewhere)).containsExactly("vpc/nat-gateway $29.20");
        assertThat(elsewhere.unpriced())
                .containsExactly(new Unpriced(
                        "It",
                        "dev/all",
                        "AWS::EC2::NatGateway",
                        "vpc/nat-gateway-data",
                        "GB",
                        "add a price of vpc/nat-gateway-data in us-east-1, or fetch it from the Price List API."));
    }

    @Test
    void neitherPricesNorForgetsATypeOfWhichItKnowsNothing() {
        Estimate estimate = estimate("{\"Type\": \"AWS::GroundStation::DataflowEndpointGroup\"}");

        assertThat(estimate.lines()).isEmpty();
        assertThat(estimate.unpriced())
                .extracting(Unpriced::type, Unpriced::hint)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "AWS::GroundStation::DataflowEndpointGroup", "nothing is known of the cost of this type."));
    }

    @Test
    void listsWhatIsFreeWithTheSource() {
        assertThat(estimate("{\"Type\": \"AWS::IAM::Role\"}").free())
                .containsExactly(new Free("It", "dev/all", "AWS::IAM::Role", "https://aws.amazon.com/iam/faqs/"));
    }

    @Test
    void countsAnEndpointInEachZone() {
        assertThat(amounts(estimate("""
                        {"Type": "AWS::EC2::VPCEndpoint",
                         "Properties": {"VpcEndpointType": "Interface", "SubnetIds": ["a", "b", "c"]}}"""))).containsExactly("vpc/endpoint $21.90", "vpc/endpoint-data $0.10 assumed");
        assertThat(amounts(estimate("{\"Type\": \"AWS::EC2::VPCEndpoint\", \"Properties\": {}}")))
                .isEmpty();
    }

    @Test
    void countsBrokersAndTheirDisks() {
        assertThat(amounts(estimate("""
                        {"Type": "AWS::MSK::Cluster", "Properties": {"NumberOfBrokerNodes": 3, "BrokerNodeGroupInfo": {
                          "InstanceType": "kafka.m7g.large",
                          "StorageInfo": {"EBSStorageInfo": {"VolumeSize": 100}}}}}"""))).containsExactly("msk/kafka.m7g.large $438.00", "msk/storage $30.00");
    }

    @Test
    void countsADatabaseInTwoZonesAtThePriceForTwo() {
        assertThat(amounts(estimate("""
                        {"Type": "AWS::RDS::DBInstance", "Properties": {"Engine": "postgres", "MultiAZ": true,
                          "DBInstanceClass": "db.t4g.small", "StorageType": "gp3", "AllocatedStorage": "20"}}""")))
                .containsExactly(
                        "rds/postgres/db.t4g.small/multi-az $51.10",
                        "rds/gp3/multi-az $4.00",
                        "rds/backup $0.00 assumed");
    }

    @Test
    void countsTheMinimumOfAServerlessAuroraAndAssumesTheRest() {
        Map<String, String> resources = new TreeMap<>();
        resources.put("Cluster", """
                {"Type": "AWS::RDS::DBCluster",
                 "Properties": {"ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 4}}}""");
        resources.put("Writer", """
                {"Type": "AWS::RDS::DBInstance",
                 "Properties": {"Engine": "aurora-postgresql", "DBInstanceClass": "db.serverless"}}""");

        assertThat(amounts(Estimate.of(synthesis(resources, ""), "dev", prices)))
                .containsExactly("rds/aurora-capacity $36.50", "rds/aurora-capacity $36.50 assumed");
    }

    @Test
    void countsTheNodesOfACache() {
        String group = """
                {"Type": "AWS::ElastiCache::ReplicationGroup",
                 "Properties": {"Engine": "valkey", "CacheNodeType": "cache.t4g.micro", %s}}""";

        assertThat(amounts(estimate(group.formatted("\"NumCacheClusters\": 2"))))
                .containsExactly("cache/valkey/cache.t4g.micro $14.60");
        assertThat(amounts(estimate(group.formatted("\"NumNodeGroups\": 3, \"ReplicasPerNodeGroup\": 1"))))
                .containsExactly("cache/valkey/cache.t4g.micro $43.80");
    }

    private static final String AUTO_MODE = """
            {"Type": "AWS::EKS::Cluster", "Properties": {"ComputeConfig": {"Enabled": true}}}""";

    private static String deployment(int replicas, String cpu, String memory) {
        return """
                kind: Deployment
                metadata: {name: order, namespace: shop}
                spec:
                  replicas: %s
                  template: {spec: {containers: [{name: order, resources: {requests: {cpu: %s, memory: %s}}}]}}
                """.formatted(replicas, cpu, memory);
    }

    private List<String> ofCluster(String objects, Usage usage) {
        return amounts(Estimate.of(synthesis(Map.of("Cluster", AUTO_MODE), objects), "dev", prices, usage));
    }

    @Test
    void derivesTheNodesFromWhatPodsAskFor() {
        // 4 x 0.5 cores and half a core of add-ons, in nodes of 2 cores of which pods fill 1.6
        assertThat(ofCluster(deployment(4, "500m", "512Mi"), Usage.usual()))
                .containsExactly(
                        "eks/cluster $73.00",
                        "ec2/m7i.large $146.00 assumed",
                        "eks/auto-mode/m7i.large $14.60 assumed",
                        "ebs/gp3 $16.00 assumed");
        // 4 x 4 GiB and one of add-ons, in nodes of 8 GiB of which pods fill 6.4
        assertThat(ofCluster(deployment(4, "10m", "4Gi"), Usage.usual())).contains("ec2/m7i.large $219.00 assumed");
    }

    @Test
    void countsAsManyPodsAsAnAutoscalerKeeps() {
        String scaled = deployment(1, "500m", "512Mi") + """
                ---
                kind: HorizontalPodAutoscaler
                metadata: {name: order, namespace: shop}
                spec: {scaleTargetRef: {name: order}, minReplicas: 6}
                """;

        assertThat(ofCluster(scaled, Usage.usual())).contains("ec2/m7i.large $219.00 assumed");
    }

    @Test
    void takesAnotherTypeOfNode() {
        NodeType large = new NodeType("m7i.large", BigDecimal.valueOf(16), BigDecimal.valueOf(64));

        assertThat(ofCluster(deployment(4, "500m", "512Mi"), Usage.usual().on(large)))
                .contains("ec2/m7i.large $73.00 assumed");
    }

    @Test
    void countsNothingOfAnEnvironmentThatIsNotOnAws() {
        Synthesis local = Synthesis.of(Map.of("dist/local/order.k8s.yaml", deployment(4, "500m", "512Mi")));

        Estimate estimate = Estimate.of(local, "local", prices);

        assertThat(estimate.lines()).isEmpty();
        assertThat(estimate.unpriced()).isEmpty();
        assertThat(estimate.region()).isEmpty();
    }
}
