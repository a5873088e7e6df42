package dev.slipway.ordering.laptop.part;

import dev.slipway.ordering.laptop.contract.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of the contracts, with dead letters for each that a service consumes. */
final class Topics {
    private static final short ALONE = 1;

    private final Admin admin;

    Topics(Admin admin) {
        this.admin = admin;
    }

    void make(List<Contract> contracts) throws ExecutionException, InterruptedException {
        Map<String, NewTopic> wanted = new LinkedHashMap<>();
        for (Contract contract : contracts) {
            for (Contract.Topic topic : contract.topics()) {
                wanted.put(topic.name(), topic(topic.name(), topic));
                if (topic.access() == Contract.Access.CONSUMES) {
                    String deadLetters = topic.deadLettersOf(contract.service());
                    wanted.put(deadLetters, topic(deadLetters, topic));
                }
            }
        }
        Set<String> there = admin.listTopics().names().get();
        wanted.keySet().removeAll(there);
        admin.createTopics(wanted.values()).all().get();
    }

    private static NewTopic topic(String name, Contract.Topic declared) {
        NewTopic topic = new NewTopic(name, declared.partitions(), ALONE);
        return declared.compacted() ? topic.configs(Map.of("cleanup.policy", "compact")) : topic;
    }
}
