package dev.slipway.ordering.laptop.part;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.IDEMPOTENT_WRITE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.ResourceType.CLUSTER;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import dev.slipway.ordering.laptop.contract.Contract;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What each service may do on the broker: what the platform's role of that service may do on MSK. */
final class Access {
    private final String service;
    private final List<AclBinding> bindings = new ArrayList<>();

    private Access(String service) {
        this.service = service;
    }

    static List<AclBinding> of(List<Contract> contracts) {
        return contracts.stream().flatMap(contract -> of(contract).stream()).toList();
    }

    private static List<AclBinding> of(Contract contract) {
        Access access = new Access(contract.service());
        for (Contract.Topic topic : contract.topics()) {
            switch (topic.access()) {
                case PUBLISHES -> access.publishes(topic.name());
                case MATERIALIZES -> access.reads(topic.name());
                case CONSUMES -> {
                    access.reads(topic.name());
                    access.publishes(topic.deadLettersOf(contract.service()));
                    access.reads(topic.deadLettersOf(contract.service()));
                }
            }
        }
        return access.bindings;
    }

    private void publishes(String topic) {
        allow(TOPIC, topic, WRITE, DESCRIBE);
        allow(CLUSTER, Resource.CLUSTER_NAME, IDEMPOTENT_WRITE);
        allow(TRANSACTIONAL_ID, service, WRITE, DESCRIBE);
    }

    private void reads(String topic) {
        allow(TOPIC, topic, READ, DESCRIBE);
        allow(GROUP, service, READ, DESCRIBE);
    }

    private void allow(ResourceType type, String name, AclOperation... operations) {
        for (AclOperation operation : operations) {
            bindings.add(new AclBinding(
                    new ResourcePattern(type, name, LITERAL),
                    new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW)));
        }
    }
}
