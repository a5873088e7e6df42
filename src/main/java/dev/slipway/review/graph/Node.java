package dev.slipway.review.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A box.
 *
 * @param id as edges of a topology name it: {@code service/order}
 * @param lines what stands below its title: routes, and what a service keeps for itself alone
 */
public record Node(String id, Sort sort, String title, List<Line> lines, Change change) {
    /** What a box stands for, by which it has its shape. */
    public enum Sort {
        SERVICE,
        TOPIC,
        /** A bucket or something else that several services may use. */
        STORE,
        /** A host outside, another namespace. */
        OUTSIDE
    }

    /** A line of text in a box. */
    public record Line(String text, Change change) {
        /** With a sign where it changes. */
        public String signed() {
            return change.sign() + text;
        }
    }

    public Node {
        lines = List.copyOf(lines);
    }

    Node with(Change newChange) {
        List<Line> signed =
                lines.stream().map(line -> new Line(line.text(), newChange)).toList();
        return new Node(id, sort, title, newChange == Change.NONE ? lines : signed, newChange);
    }

    /** What it becomes in a picture of both. */
    Node comparedWith(Node before) {
        List<Line> all = new ArrayList<>();
        lines.forEach(line -> all.add(before.lines.contains(line) ? line : new Line(line.text(), Change.ADDED)));
        before.lines.stream()
                .filter(line -> !lines.contains(line))
                .forEach(line -> all.add(new Line(line.text(), Change.REMOVED)));
        boolean isSame = all.stream().allMatch(line -> line.change() == Change.NONE);
        return new Node(id, sort, title, all, isSame ? Change.NONE : Change.CHANGED);
    }

    /** Title and lines, from top to bottom. */
    public List<String> texts() {
        String sign = change == Change.CHANGED ? "" : change.sign();
        return Stream.concat(Stream.of(sign + title), lines.stream().map(Line::signed))
                .toList();
    }
}
