package dev.slipway.acceptance.deployment;

import java.util.List;
import software.amazon.awssdk.services.kafka.model.ClusterInfo;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** What services say of what {@link ChangedOrdering} lets grow, beside everything that {@link Questions} compare. */
final class Grown {
    private static final String NAME = "ordering-prod";

    private final Aws aws;

    Grown(Aws aws) {
        this.aws = aws;
    }

    /** Class and storage of the database, type of the nodes of the cache, storage of a broker, partitions of the topic. */
    List<String> production() {
        DBInstance database = aws.rds
                .describeDBInstances(request -> request.dbInstanceIdentifier(NAME))
                .dbInstances()
                .get(0);
        String nodes = aws.elastiCache
                .describeReplicationGroups(request -> request.replicationGroupId(NAME))
                .replicationGroups()
                .get(0)
                .cacheNodeType();
        ClusterInfo cluster = aws.kafka.listClusters().clusterInfoList().stream()
                .filter(each -> each.clusterName().equals(NAME))
                .findFirst()
                .orElseThrow();
        int storage = aws.kafka
                .describeCluster(request -> request.clusterArn(cluster.clusterArn()))
                .clusterInfo()
                .brokerNodeGroupInfo()
                .storageInfo()
                .ebsStorageInfo()
                .volumeSize();
        int partitions = aws.kafka
                .describeTopic(
                        request -> request.clusterArn(cluster.clusterArn()).topicName(ChangedOrdering.WIDENED))
                .partitionCount();
        return List.of(
                database.dbInstanceClass(),
                String.valueOf(database.allocatedStorage()),
                nodes,
                String.valueOf(storage),
                String.valueOf(partitions));
    }
}
