package io.entente.partner.programcosts.web;

import io.entente.partner.programcosts.CostCategory;
import io.entente.partner.programcosts.ProgramCost;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the costs of the program in the API.
 *
 * @param day on which it counts
 * @param amount below zero if it reverses another entry
 * @param note what it was for, or why another entry is reversed
 * @param reverses the entry that it takes back; absent if it is none
 */
record ProgramCostView(
        String id,
        CostCategory category,
        LocalDate day,
        MoneyJson amount,
        @Nullable String note,
        @Nullable String reverses,
        String enteredBy,
        Instant enteredAt) {

    static ProgramCostView of(ProgramCost cost) {
        return new ProgramCostView(
                cost.id(),
                cost.category(),
                cost.day(),
                MoneyJson.of(cost.amount()),
                cost.note(),
                cost.reverses(),
                cost.enteredBy(),
                cost.enteredAt());
    }
}
