package dev.slipway.trace.explanation;

import dev.slipway.platform.Origin;
import dev.slipway.trace.Cause;
import java.util.List;

/**
 * Everything that a service has become in an environment, each with the line of the user's program because of which it is
 * there.
 *
 * <pre>{@code
 * System.out.println(new Explainer(trace, synthesis).explain(plan, "order").text());
 * }</pre>
 *
 * @param origin where the service is declared
 */
public record Explanation(String service, String environment, Origin origin, List<Section> sections) {
    public Explanation {
        sections = List.copyOf(sections);
    }

    /** Things of one sort: variables, permissions, ways, objects or resources. */
    public record Section(String title, List<Item> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One thing.
     *
     * @param what its name
     * @param detail its value or extent; empty where the name says it all
     * @param causes the most specific first
     */
    public record Item(String what, String detail, List<Cause> causes) {
        public Item {
            causes = List.copyOf(causes);
        }
    }

    /** As a tree for a terminal. */
    public String text() {
        StringBuilder text = new StringBuilder("%s in %s (%s)\n".formatted(service, environment, origin));
        for (int i = 0; i < sections.size(); i++) {
            section(sections.get(i), i == sections.size() - 1, text);
        }
        return text.toString();
    }

    private static void section(Section section, boolean isLast, StringBuilder text) {
        text.append("%s %s (%s)\n"
                .formatted(branch(isLast), section.title(), section.items().size()));
        String below = isLast ? "    " : "│   ";
        for (int i = 0; i < section.items().size(); i++) {
            Item item = section.items().get(i);
            boolean isLastItem = i == section.items().size() - 1;
            text.append("%s%s %s%s\n"
                    .formatted(
                            below,
                            branch(isLastItem),
                            item.what(),
                            item.detail().isEmpty() ? "" : " " + item.detail()));
            String deeper = below + (isLastItem ? "    " : "│   ");
            for (int j = 0; j < item.causes().size(); j++) {
                text.append("%s%s %s\n"
                        .formatted(
                                deeper,
                                branch(j == item.causes().size() - 1),
                                item.causes().get(j)));
            }
        }
    }

    private static String branch(boolean isLast) {
        return isLast ? "└──" : "├──";
    }
}
