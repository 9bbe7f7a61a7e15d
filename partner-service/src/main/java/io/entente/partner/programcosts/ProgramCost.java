package io.entente.partner.programcosts;

import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the costs of the program.
 *
 * @param day on which it counts
 * @param amount below zero if it reverses another entry
 * @param note what it was for, or why another entry is reversed
 * @param reverses the entry that it takes back; null if it is none
 * @param enteredBy the actor of the request
 */
public record ProgramCost(
        String id,
        CostCategory category,
        LocalDate day,
        Money amount,
        @Nullable String note,
        @Nullable String reverses,
        String enteredBy,
        Instant enteredAt) {

    public static final String PREFIX = "cost";

    /** The end of the id of an entry that takes back another one. So there is at most one. */
    private static final String REVERSAL = "-reversal";

    /** The entry that takes this one back. It counts on the same day, so that the period in which it was wrong becomes right. */
    public ProgramCost reversal(String reason, String by, Instant now) {
        return new ProgramCost(reversalId(id), category, day, amount.negated(), reason, id, by, now);
    }

    /** The id of the entry that takes back another one. */
    public static String reversalId(String id) {
        return id + REVERSAL;
    }
}
