package io.entente.commission.payments.web;

import io.entente.commission.deals.DealFact;
import io.entente.commission.deals.DealFacts.Search;
import io.entente.commission.deals.ListedFact;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.partners.PartnerNames;
import io.entente.commission.payments.Reported;
import io.entente.commission.payments.Reported.Conflict;
import io.entente.commission.payments.Reported.Invalid;
import io.entente.commission.payments.Reported.Recorded;
import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.lists.SearchText;
import io.entente.platform.web.ConflictException;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.access.Tenant;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the resources of payments and of refunds have in common. */
final class FactAnswers {

    static final String NAME = "[A-Za-z0-9._:-]{1,128}";
    static final String NAME_MESSAGE = "must be 1 to 128 letters, digits, dots, colons, dashes or underscores";

    private FactAnswers() {}

    /** Returns what was recorded, or answers with the problem. */
    static Recorded recorded(Reported reported) {
        if (reported instanceof Invalid invalid) {
            throw InvalidInputException.unprocessable(invalid.error());
        }
        if (reported instanceof Conflict conflict) {
            throw new ConflictException(conflict.reason());
        }
        return (Recorded) reported;
    }

    /** Refuses to repeat a report that was voided, because an answer like the first one would say that it counts. */
    static void requireCounting(ListedFact listed, String what) {
        DealFact voided = listed.voided();
        if (voided != null) {
            throw new ConflictException(
                    "%s %s was voided on %s and doesn't count: %s A report that is right needs a new id."
                            .formatted(what, voided.id(), voided.on(), voided.reason()));
        }
    }

    static Money positive(MoneyJson json) {
        Money amount = json.toMoney();
        if (!amount.isPositive()) {
            throw InvalidInputException.unprocessable(new FieldError("amount.amount", "must be above zero"));
        }
        return amount;
    }

    /** @param q words of the report's id, the deal's id, the client's domain, or the partner's name */
    static Search search(
            DealFact.Kind register,
            @Nullable String q,
            @Nullable String dealId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean unmatched,
            Tenant tenant,
            PartnerNames names) {
        List<FieldError> errors = new ArrayList<>();
        if (unmatched && (dealId != null || from != null || to != null)) {
            errors.add(new FieldError("unmatched", "can't be combined with dealId, from or to"));
        }
        if (from != null && to != null && to.isBefore(from)) {
            errors.add(new FieldError("to", "must not be before from"));
        }
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
        SearchText text = SearchText.of(q).orElse(null);
        return new Search(
                register,
                dealId,
                from,
                to,
                unmatched,
                text,
                text == null ? List.of() : names.named(text),
                tenant.id().map(PartnerId::new).orElse(null));
    }

    /** Whether a report counts. */
    enum Status {
        RECORDED,
        VOIDED
    }

    /** The body of {@code …/void}. */
    record VoidRequest(@NotBlank @Size(max = 2000) String reason) {}

    /** Who voided a report, when and why. */
    record VoidedView(String reason, LocalDate on, String actor) {

        static @Nullable VoidedView of(@Nullable DealFact voided) {
            return voided == null ? null : new VoidedView(voided.reason(), voided.on(), voided.actor());
        }
    }

    /** Why a report applies to no deal, and since when. */
    record UnmatchedView(ListedFact.Reason reason, Instant since) {

        static @Nullable UnmatchedView of(ListedFact.@Nullable Unmatched unmatched) {
            return unmatched == null ? null : new UnmatchedView(unmatched.reason(), unmatched.since());
        }
    }
}
