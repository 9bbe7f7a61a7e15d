package io.entente.referral.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Goes through all schedules in which the turn changes at most so often before a task has ended. */
final class Schedules implements IntUnaryOperator {

    private final int maxChanges;
    private final List<int[]> path = new ArrayList<>();
    private int at;
    private int last;
    private int changes;
    private int unfinishedBefore;

    Schedules(int maxChanges) {
        this.maxChanges = maxChanges;
    }

    /** Moves on to the next schedule; false after the last one. */
    boolean next() {
        boolean first = path.isEmpty();
        while (!path.isEmpty() && path.get(path.size() - 1)[0] + 1 >= path.get(path.size() - 1)[1]) {
            path.remove(path.size() - 1);
        }
        if (!path.isEmpty()) {
            path.get(path.size() - 1)[0]++;
        }
        at = 0;
        last = 0;
        changes = 0;
        unfinishedBefore = -1;
        return first || !path.isEmpty();
    }

    @Override
    public int applyAsInt(int unfinished) {
        boolean ended = unfinished != unfinishedBefore;
        int options = ended || changes < maxChanges ? unfinished : 1;
        if (at == path.size()) {
            path.add(new int[] {0, options});
        }
        // The first option is to go on with the same task.
        int base = ended ? 0 : last;
        int choice = (base + path.get(at)[0]) % unfinished;
        if (!ended && choice != last) {
            changes++;
        }
        at++;
        last = choice;
        unfinishedBefore = unfinished;
        return choice;
    }
}
