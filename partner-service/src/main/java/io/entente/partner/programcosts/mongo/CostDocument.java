package io.entente.partner.programcosts.mongo;

import io.entente.partner.programcosts.CostCategory;
import io.entente.partner.programcosts.ListedCost;
import io.entente.partner.programcosts.ProgramCost;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.ListEntry;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** The stored form of an entry. The day is text, so that no time zone can move it. */
record CostDocument(
        @Id String id,
        CostCategory category,
        String day,
        MoneyJson amount,
        @Nullable String note,
        @Nullable String reverses,
        String enteredBy,
        Instant enteredAt,
        ListEntry list,
        @Nullable Receipt receipt) {

    static CostDocument of(ProgramCost cost, @Nullable Receipt receipt) {
        return new CostDocument(
                cost.id(),
                cost.category(),
                cost.day().toString(),
                MoneyJson.of(cost.amount()),
                cost.note(),
                cost.reverses(),
                cost.enteredBy(),
                cost.enteredAt(),
                ListedCost.of(cost),
                receipt);
    }

    ProgramCost toCost() {
        return new ProgramCost(
                id, category, LocalDate.parse(day), amount.toMoney(), note, reverses, enteredBy, enteredAt);
    }
}
