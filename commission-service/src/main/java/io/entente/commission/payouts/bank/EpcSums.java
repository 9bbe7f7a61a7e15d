package io.entente.commission.payouts.bank;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The counts and control sums of a file, compared with its transfers. */
final class EpcSums {

    private final Sum file = new Sum();
    private Sum instruction = new Sum();

    /** An element with text. */
    Optional<String> leaf(String element, String parent, String text) {
        Sum sum = parent.equals("GrpHdr") ? file : instruction;
        switch (element) {
            case "NbOfTxs" -> sum.announcedCount = text;
            case "CtrlSum" -> sum.announced = text;
            case "InstdAmt" -> {
                file.add(text);
                instruction.add(text);
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The end of an element with children. */
    Optional<String> end(String element) {
        if (element.equals("PmtInf")) {
            Sum ended = instruction;
            instruction = new Sum();
            return ended.violation(element);
        }
        return element.equals("CstmrCdtTrfInitn") ? file.violation("GrpHdr") : Optional.empty();
    }

    private static final class Sum {
        private @Nullable String announcedCount;
        private @Nullable String announced;
        private long count;
        private BigDecimal sum = BigDecimal.ZERO;

        void add(String amount) {
            count++;
            sum = sum.add(new BigDecimal(amount));
        }

        Optional<String> violation(String element) {
            boolean right = Objects.equals(announcedCount, Long.toString(count))
                    && announced != null
                    && new BigDecimal(announced).compareTo(sum) == 0;
            return right
                    ? Optional.empty()
                    : Optional.of("%s announces %s transfers of %s, but there %s %d of %s."
                            .formatted(
                                    element,
                                    announcedCount,
                                    announced,
                                    count == 1 ? "is" : "are",
                                    count,
                                    sum.toPlainString()));
        }
    }
}
