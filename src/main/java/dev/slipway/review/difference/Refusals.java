package dev.slipway.review.difference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pull request must not do without somebody saying that it may.
 *
 * <pre>{@code
 * Refusals.parse("replacement,widening,cost>100").of(difference)   // [data: prod/database AWS::RDS::DBInstance Instance]
 * }</pre>
 *
 * @param terms as they were written
 * @param mostDollars that a month of one environment may cost more; empty where there is no bound
 */
public record Refusals(Map<String, Set<Detection>> terms, Optional<BigDecimal> mostDollars) {
    /** Where nothing is said. */
    public static final String DEFAULT = "data";

    private static final Pattern COST = Pattern.compile("cost>(?<dollars>\\d+(\\.\\d+)?)");

    private static final Map<String, Set<Detection>> GROUPS = new TreeMap<>(Map.of(
            "data", EnumSet.of(Detection.DATA_LOST, Detection.DATA_LEFT, Detection.DATA_AT_RISK, Detection.VOLUME_LOST),
            "replacement",
                    EnumSet.of(
                            Detection.DATA_LOST,
                            Detection.DATA_LEFT,
                            Detection.DATA_AT_RISK,
                            Detection.VOLUME_LOST,
                            Detection.RESOURCE_REPLACED,
                            Detection.RESOURCE_AT_RISK),
            "widening", of(Danger.OPENS),
            "breaking", of(Danger.BREAKS),
            "anything", EnumSet.allOf(Detection.class)));

    private static Set<Detection> of(Danger danger) {
        return Arrays.stream(Detection.values())
                .filter(detection -> detection.danger() == danger)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Detection.class)));
    }

    /** What can be written, beside {@code none} and {@code cost>100}, in US dollars a month. */
    public static List<String> known() {
        return Stream.concat(
                        GROUPS.keySet().stream(),
                        Arrays.stream(Detection.values()).map(Detection::id))
                .toList();
    }

    /**
     * From a list parted by commas.
     *
     * @throws IllegalArgumentException where it names what there is not
     */
    public static Refusals parse(String list) {
        Map<String, Set<Detection>> terms = new TreeMap<>();
        Optional<BigDecimal> dollars = Optional.empty();
        for (String part : list.split(",", -1)) {
            String term = part.strip();
            Matcher cost = COST.matcher(term);
            if (cost.matches()) {
                dollars = Optional.of(new BigDecimal(cost.group("dollars")));
            } else if (GROUPS.containsKey(term)) {
                terms.put(term, GROUPS.getOrDefault(term, Set.of()));
            } else if (!term.equals("none")) {
                terms.put(term, Set.of(named(term)));
            }
        }
        return new Refusals(terms, dollars);
    }

    private static Detection named(String term) {
        return Arrays.stream(Detection.values())
                .filter(detection -> detection.id().equals(term))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("What is refused (%s) must be none, cost>100, or one of %s."
                                .formatted(term, String.join(", ", known()))));
    }

    /** Why a change is refused, a line for each reason; none where it is fine. */
    public List<String> of(Difference difference) {
        List<String> reasons = new ArrayList<>();
        terms.forEach((term, detections) -> {
            List<Effect> found = difference.effects().stream()
                    .filter(effect -> detections.contains(effect.detection()))
                    .toList();
            if (!found.isEmpty()) {
                String more = found.size() == 1 ? "" : " and %s more".formatted(found.size() - 1);
                Effect first = found.get(0);
                reasons.add("%s: %s %s%s".formatted(term, first.place(), first.subject(), more));
            }
        });
        mostDollars.ifPresent(most -> difference.costs().forEach((environment, cost) -> {
            if (cost.change().dollars().compareTo(most) > 0) {
                reasons.add("cost>%s: %s costs %s more a month"
                        .formatted(most.toPlainString(), environment, cost.change()));
            }
        }));
        return reasons;
    }
}
