package dev.slipway.capability.streaming.incluster;

import dev.slipway.capability.streaming.DeclaredTopics;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.TopicScript;
import dev.slipway.capability.streaming.TopicSettings;
import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.ToolImages;
import dev.slipway.platform.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Has the user of a service made, what it may do, and its topics, as the administrator of the brokers. */
record AccessTask(Place place) {
    static final String SCRIPT = "access.py";
    static final String ACCESS = "access.json";
    static final String TOPICS = "topics.json";

    /** A DNS label: the name of a Job and of its service account. */
    private static final int NAME_LIMIT = 63;

    private static final String SUFFIX = "-kafka";

    static String nameFor(String service) {
        return Names.limited(service + SUFFIX, NAME_LIMIT);
    }

    /** The same task for each claim of a service, so that a service has one. */
    Binding bind(Claim<? extends StreamingNeed> claim) {
        Service service = claim.service();
        String reason = "Kafka of " + service.name();
        Map<String, String> files = new LinkedHashMap<>();
        files.put(SCRIPT, TopicScript.read(AccessTask.class, SCRIPT));
        files.put(TopicScript.FILE, TopicScript.text());
        files.put(ACCESS, access(service));
        files.put(TOPICS, topics(DeclaredTopics.in(place).madeFor(service)));
        GeneratedSecret admin = KafkaUsers.ADMIN_SECRET;
        return Binding.ofTasks(new Task(
                nameFor(service.name()),
                ToolImages.PYTHON,
                List.of("python3", "-I", "-B", "-u", file(SCRIPT), file(ACCESS), file(TOPICS)),
                files,
                List.of(
                        new KafkaClients(place).bootstrapServers(KafkaServer.INTERNAL_PORT, reason),
                        admin.variable("ADMIN_USERNAME", KafkaUsers.USERNAME),
                        admin.variable("ADMIN_PASSWORD", KafkaUsers.PASSWORD),
                        KafkaUsers.of(service.name()).variable("SERVICE_PASSWORD", KafkaUsers.PASSWORD)),
                List.of(),
                List.of(NetworkEdge.out(KafkaClients.BROKERS, KafkaServer.INTERNAL_PORT, reason, claim.origin())),
                reason));
    }

    private static String file(String name) {
        return Task.FILES + "/" + name;
    }

    static String access(Service service) {
        return Permission.of(service).stream()
                .map(Permission::json)
                .collect(Collectors.joining(
                        ",\n  ", "{\"user\": \"%s\", \"permissions\": [\n  ".formatted(service.name()), "\n]}\n"));
    }

    static String topics(List<Topic> topics) {
        return topics.isEmpty() ? "[]\n" : TopicScript.json(topics, TopicSettings::of);
    }
}
