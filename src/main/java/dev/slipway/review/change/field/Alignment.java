package dev.slipway.review.change.field;

import java.util.ArrayList;
import java.util.List;

/**
 * What is not in the longest common sequence of two lists, from the front. The table that finds it has as many entries as one list
 * has items times those of the other.
 *
 * <pre>{@code
 * Alignment.edits(List.of("a", "b"), List.of("b", "c")) // a goes before b, c comes after it
 * }</pre>
 */
public final class Alignment {
    private Alignment() {}

    /**
     * One item that goes, or that comes.
     *
     * @param before where it is, or would be, in the first list
     * @param after the same in the second
     */
    public record Edit(int before, int after, boolean isAddition) {}

    /** What must be done to the first list to come to the second. */
    public static <T> List<Edit> edits(List<T> before, List<T> after) {
        int[][] common = common(before, after);
        List<Edit> edits = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                i++;
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                edits.add(new Edit(i++, j, false));
            } else {
                edits.add(new Edit(i, j++, true));
            }
        }
        return edits;
    }

    /** How many items are common from each pair of items on. */
    private static <T> int[][] common(List<T> before, List<T> after) {
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
}
