package io.entente.referral.intake.dryrun;

import io.entente.referral.intake.dryrun.DryRun.ColumnReport;
import io.entente.referral.intake.dryrun.DryRun.Example;
import io.entente.referral.intake.dryrun.DryRun.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what is understood of one column, and keeps the first examples. */
final class ColumnTally {

    private static final int MAX_EXAMPLES = 3;
    private static final int MAX_TEXT_CHARACTERS = 100;

    private final String column;
    private final List<String> fields;
    private final List<Example> examples = new ArrayList<>();
    private final List<Problem> firstProblems = new ArrayList<>();
    private long filled;
    private long problems;

    ColumnTally(String column, List<String> fields) {
        this.column = column;
        this.fields = fields;
    }

    List<String> fields() {
        return fields;
    }

    boolean isNamed(String name) {
        return column.strip().equals(name);
    }

    void value(String text, @Nullable String understood) {
        if (text.isBlank()) {
            return;
        }
        filled++;
        Example example = new Example(cut(text), understood);
        if (examples.contains(example)) {
            return;
        }
        if (examples.size() < MAX_EXAMPLES) {
            examples.add(example);
        } else if (understood != null) {
            replaceOneThatIsNot(example);
        }
    }

    /** An example whose meaning is known says more than the text of a rejected row. */
    private void replaceOneThatIsNot(Example understood) {
        for (int i = 0; i < examples.size(); i++) {
            if (examples.get(i).meaning() == null) {
                examples.set(i, understood);
                return;
            }
        }
    }

    void problem(long line, String text, String reason) {
        problems++;
        if (firstProblems.size() < MAX_EXAMPLES) {
            firstProblems.add(new Problem(line, cut(text), reason));
        }
    }

    ColumnReport report() {
        return new ColumnReport(column, fields, filled, List.copyOf(examples), problems, List.copyOf(firstProblems));
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT_CHARACTERS ? text : text.substring(0, MAX_TEXT_CHARACTERS);
    }
}
