package io.entente.commission.statements.lists;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.statements.Quarter;
import io.entente.commission.statements.Statement;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Selects statements and names their order. What is null selects all.
 *
 * @param text words of the statement's or the partner's id
 * @param named partners whose statements are found beside those with the words, because their names have them
 * @param statuses only statements with one of these statuses; all if there is none
 * @param sort by {@link #QUARTER}
 */
public record StatementFilter(
        @Nullable SearchText text,
        List<PartnerId> named,
        Set<Statement.Status> statuses,
        @Nullable PartnerId partner,
        @Nullable Quarter quarter,
        @Nullable CurrencyUnit currency,
        SortOrder sort) {

    /** By quarter, then by id. */
    public static final String QUARTER = "quarter";

    public StatementFilter {
        named = List.copyOf(named);
        statuses = Set.copyOf(statuses);
    }
}
