package io.entente.commission.bankreports;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says about one payment, or about all payments of an instruction or a message.
 *
 * @param reference the end-to-end id of a payment, the id of an instruction or of a message; null if the report names none
 * @param instruction the id of the instruction to which a payment belongs; null if the report doesn't name it
 * @param status the code of the report, such as {@code RJCT} or {@code BOOK DBIT}
 * @param amounts the amounts that the report states, the most significant one first; pain.002 may state none
 * @param count the number of payments of an instruction or a message; null if the report doesn't state it
 * @param valueOn the value date
 * @param bookedOn the booking date, or the day on which the report was made
 * @param reasonCode of ISO 20022's external code sets, such as {@code AC04}
 * @param info further words of the bank, for finance
 */
public record ReportedPayment(
        Scope scope,
        @Nullable String reference,
        @Nullable String instruction,
        String status,
        Meaning meaning,
        List<ReportedAmount> amounts,
        @Nullable Integer count,
        @Nullable LocalDate valueOn,
        @Nullable LocalDate bookedOn,
        @Nullable String reasonCode,
        @Nullable String info) {

    /** How many payments are meant. */
    public enum Scope {
        PAYMENT,
        /** All payments of an instruction: one currency of a batch. */
        INSTRUCTION,
        /** All payments of a message: a whole batch. */
        MESSAGE
    }

    public ReportedPayment {
        amounts = List.copyOf(amounts);
    }

    /** The same about one payment of the instruction or message. */
    public ReportedPayment about(String endToEndId) {
        return new ReportedPayment(
                Scope.PAYMENT,
                endToEndId,
                reference,
                status,
                meaning,
                List.of(),
                null,
                valueOn,
                bookedOn,
                reasonCode,
                info);
    }

    /** The same with another meaning, and with words that explain it. */
    public ReportedPayment as(Meaning other, String explanation) {
        return new ReportedPayment(
                scope,
                reference,
                instruction,
                status,
                other,
                amounts,
                count,
                valueOn,
                bookedOn,
                reasonCode,
                info == null ? explanation : explanation + " " + info);
    }

    /** The same with the amount of the entry that contains nothing else. */
    public ReportedPayment withAmount(ReportedAmount amount) {
        return new ReportedPayment(
                scope,
                reference,
                instruction,
                status,
                meaning,
                List.of(amount),
                count,
                valueOn,
                bookedOn,
                reasonCode,
                info);
    }
}
