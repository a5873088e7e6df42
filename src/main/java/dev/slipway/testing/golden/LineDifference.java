package dev.slipway.testing.golden;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
        int[][] common = isSmall ? common(before, after) : new int[before.size() + 1][1];
        List<LineDifference> differences = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (isSmall
                    && i < before.size()
                    && j < after.size()
                    && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || !isSmall || common[i + 1][j] >= common[i][j + 1])) {
                differences.add(new LineDifference(first + i, false, before.get(i)));
                i++;
            } else {
                differences.add(new LineDifference(first + i, true, after.get(j)));
                j++;
            }
        }
        return Collections.unmodifiableList(differences);
    }

    /** How many lines are common from each pair of lines on. */
    private static int[][] common(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    @Override
    public String toString() {
        return (isAddition ? "+ " : "- ") + text.strip();
    }
}
