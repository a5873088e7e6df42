package dev.slipway.render.topology;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.platform.Need;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the needs of an environment's services link, each thing once, in an order of names. */
final class Links {
    private final EnvironmentPlan plan;
    private final Map<String, Map<String, Object>> topics = new TreeMap<>();
    private final Map<String, Map<String, Object>> stores = new TreeMap<>();
    private final Map<String, Map<String, Object>> edges = new TreeMap<>();

    Links(EnvironmentPlan plan) {
        this.plan = plan;
        for (ServicePlan service : plan.services()) {
            for (Need need : service.service().needs()) {
                need.links().forEach(link -> add(service.name(), need, link));
            }
        }
    }

    List<Map<String, Object>> topics() {
        return new ArrayList<>(topics.values());
    }

    List<Map<String, Object>> stores() {
        return new ArrayList<>(stores.values());
    }

    List<Map<String, Object>> edges() {
        return new ArrayList<>(edges.values());
    }

    private void add(String service, Need need, Link link) {
        String here = "service/" + service;
        String there = node(service, need, link.end());
        boolean leadsHere = link.relation().leadsHere();
        Map<String, Object> edge = new LinkedHashMap<>();
        edge.put("from", leadsHere ? there : here);
        edge.put("to", leadsHere ? here : there);
        edge.put("kind", link.relation() == Link.Relation.CALLED ? "calls" : lower(link.relation()));
        edge.put("label", need.describe());
        edges.put(edge.toString(), edge);
    }

    /** What an edge calls an end, which is described where it is more than a name. */
    private String node(String service, Need need, End end) {
        if (end instanceof End.OfTopic topic) {
            topics.putIfAbsent(topic.name(), topic(topic));
            return "topic/" + topic.name();
        } else if (end instanceof End.OfStore store) {
            String id = id(service, store);
            stores.putIfAbsent(id, store(id, store, need));
            return "store/" + id;
        } else if (end instanceof End.OfService other) {
            return "service/" + other.name();
        } else if (end instanceof End.OfHost host) {
            return "host/%s:%s".formatted(host.host(), host.port());
        } else if (end instanceof End.OfNamespace namespace) {
            return "namespace/" + namespace.name();
        } else if (end instanceof End.OfRoute route) {
            return "route" + route.path();
        }
        throw new IllegalStateException("The end (%s) must be one of those that End permits".formatted(end));
    }

    private static String id(String service, End.OfStore store) {
        String named = store.kind() + store.name().map(name -> "/" + name).orElse("");
        return store.isShared() ? named : service + "/" + named;
    }

    private static Map<String, Object> topic(End.OfTopic topic) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", topic.name());
        described.put("partitions", topic.partitions());
        topic.key().ifPresent(key -> described.put("key", key));
        described.put("compacted", topic.compacted());
        topic.retention().ifPresent(retention -> described.put("retention", retention.toString()));
        return described;
    }

    private Map<String, Object> store(String id, End.OfStore store, Need need) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", id);
        described.put("kind", store.kind());
        plan.place()
                .providerOf(need)
                .ifPresent(provider ->
                        described.put("provider", provider.getClass().getSimpleName()));
        return described;
    }

    private static String lower(Link.Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT);
    }
}
