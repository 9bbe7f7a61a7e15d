package io.entente.commission.payouts.web;

import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerNames;
import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.lists.PayoutFilter;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.domain.lists.SortOrder;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the filter of a list of payouts from its parameters. */
@Component
class PayoutParameters {

    private final PartnerNames names;
    private final ZoneId zone;

    /** @param zone of the program, in which days begin */
    PayoutParameters(PartnerNames names, @Value("${entente.program.time-zone:UTC}") ZoneId zone) {
        this.names = names;
        this.zone = zone;
    }

    /** Returns the filter; empty if it can't select anything, because a partner is not told of payouts in these states. */
    Optional<PayoutFilter> filter(
            @Nullable String q,
            @Nullable List<Payout.State> state,
            @Nullable String currency,
            @Nullable LocalDate plannedFrom,
            @Nullable LocalDate plannedTo,
            Tenant tenant,
            SortOrder sort) {
        if (plannedFrom != null && plannedTo != null && plannedTo.isBefore(plannedFrom)) {
            throw refused("plannedTo", "must not be before plannedFrom");
        }
        Set<Payout.State> states = state == null || state.isEmpty() ? Set.of() : EnumSet.copyOf(state);
        if (tenant.byPartner()) {
            Set<Payout.State> told = EnumSet.copyOf(Payout.TOLD);
            if (!states.isEmpty()) {
                told.retainAll(states);
            }
            if (told.isEmpty()) {
                return Optional.empty();
            }
            states = told;
        }
        SearchText text = SearchText.of(q).orElse(null);
        return Optional.of(new PayoutFilter(
                text,
                text == null || tenant.byPartner() ? List.of() : names.named(text),
                states,
                tenant.id().map(PartnerId::new).orElse(null),
                currency == null ? null : currency(currency),
                plannedFrom == null ? null : plannedFrom.atStartOfDay(zone).toInstant(),
                plannedTo == null
                        ? null
                        : plannedTo.plusDays(1).atStartOfDay(zone).toInstant(),
                sort));
    }

    private static CurrencyUnit currency(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            throw refused("currency", "must be an ISO 4217 currency code such as EUR");
        }
    }

    private static InvalidInputException refused(String field, String message) {
        return InvalidInputException.malformed(List.of(new FieldError(field, message)));
    }
}
