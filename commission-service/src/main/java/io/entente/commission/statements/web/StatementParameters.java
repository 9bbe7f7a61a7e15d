package io.entente.commission.statements.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerNames;
import io.entente.commission.statements.Statement.Status;
import io.entente.commission.statements.lists.StatementFilter;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the filter of a list of statements from its parameters. */
@Component
class StatementParameters {

    private final PartnerNames names;

    StatementParameters(PartnerNames names) {
        this.names = names;
    }

    /** Returns the filter; empty if it can't select anything, because a partner sees no drafts. */
    Optional<StatementFilter> filter(
            @Nullable String q,
            @Nullable String quarter,
            @Nullable List<Status> status,
            @Nullable String currency,
            Tenant tenant,
            SortOrder sort) {
        Set<Status> statuses = status == null || status.isEmpty() ? Set.of() : EnumSet.copyOf(status);
        if (tenant.byPartner()) {
            Set<Status> seen = EnumSet.complementOf(EnumSet.of(Status.DRAFT));
            if (!statuses.isEmpty()) {
                seen.retainAll(statuses);
            }
            if (seen.isEmpty()) {
                return Optional.empty();
            }
            statuses = seen;
        }
        SearchText text = SearchText.of(q).orElse(null);
        return Optional.of(new StatementFilter(
                text,
                text == null || tenant.byPartner() ? List.of() : names.named(text),
                statuses,
                tenant.id().map(PartnerId::new).orElse(null),
                quarter == null ? null : Quarters.read(quarter),
                currency == null ? null : currency(currency),
                sort));
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            throw InvalidInputException.malformed(
                    List.of(new FieldError("currency", "must be an ISO 4217 currency code such as EUR")));
        }
    }
}
