package dev.slipway.testing.golden;

import dev.slipway.review.change.field.Alignment;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What must be taken out of some lines, and put in, to come to others.
 *
 * @param line of the first text, from one
 */
record LineDifference(int line, boolean isAddition, String text) {
    /** Table entries above which what lies between the common ends counts as replaced; some 60 MB. */
    private static final long MOST = 16_000_000;

    static List<LineDifference> between(List<String> before, List<String> after) {
        int start = 0;
        while (start < before.size()
                && start < after.size()
                && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < before.size() - start
                && end < after.size() - start
                && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        return middle(before.subList(start, before.size() - end), after.subList(start, after.size() - end), start + 1);
    }

    private static List<LineDifference> middle(List<String> before, List<String> after, int first) {
        boolean isSmall = (long) before.size() * after.size() <= MOST;
        return (isSmall ? Alignment.edits(before, after).stream() : replaced(before, after))
                .map(edit -> new LineDifference(
                        first + edit.before(),
                        edit.isAddition(),
                        edit.isAddition() ? after.get(edit.after()) : before.get(edit.before())))
                .toList();
    }

    private static Stream<Alignment.Edit> replaced(List<String> before, List<String> after) {
        return Stream.concat(
                IntStream.range(0, before.size()).mapToObj(i -> new Alignment.Edit(i, 0, false)),
                IntStream.range(0, after.size()).mapToObj(j -> new Alignment.Edit(before.size(), j, true)));
    }

    @Override
    public String toString() {
        return (isAddition ? "+ " : "- ") + text.strip();
    }
}
