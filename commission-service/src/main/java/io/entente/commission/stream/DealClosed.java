package io.entente.commission.stream;

import io.entente.commission.deals.Client;
import io.entente.commission.deals.Consent;
import io.entente.commission.deals.Deal;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.Origin;
import io.entente.commission.partners.PartnerId;
import io.entente.commission.plans.inputs.Credit;
import io.entente.commission.plans.inputs.Direction;
import io.entente.commission.plans.inputs.Fraction;
import io.entente.commission.plans.inputs.Involvement;
import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of {@code referral.deal-closed.v1} that pricing and its explanation need. */
record DealClosed(
        String dealId,
        String referralId,
        ClientNamed client,
        MoneyJson amount,
        LocalDate closedOn,
        List<CreditShare> credit,
        @Nullable Direction direction,
        Involvement involvement,
        @Nullable Engagement engagement,
        @Nullable String revenueShare,
        Origin origin,
        @Nullable Consent consent) {

    /**
     * Limits the length of a number, as the contract does. Without this limit, a text such as {@code 1e999999999}
     * would exhaust the memory.
     */
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{1,8})?");

    /** The client, with the country that decides whether consent is required. */
    record ClientNamed(String key, String organisation, @Nullable String country) {}

    record CreditShare(String partnerId, String role, String share) {
        Credit toCredit() {
            return new Credit(
                    new PartnerId(Objects.requireNonNull(partnerId, "credit.partnerId")),
                    role,
                    Fraction.of(decimal("credit.share", share)));
        }
    }

    Deal toDeal() {
        decimal("amount.amount", Objects.requireNonNull(amount, "amount").amount());
        ClientNamed named = Objects.requireNonNull(client, "client");
        return new Deal(
                dealId,
                referralId,
                new Client(named.key(), named.organisation()),
                amount.toMoney(),
                closedOn,
                Objects.requireNonNull(credit, "credit").stream()
                        .map(CreditShare::toCredit)
                        .toList(),
                direction == null ? Direction.INBOUND : direction,
                involvement,
                engagement,
                revenueShare == null ? null : Fraction.of(decimal("revenueShare", revenueShare)),
                origin,
                named.country(),
                consent);
    }

    private static String decimal(String field, String text) {
        if (text == null || !DECIMAL.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    field + " must be a decimal number of at most the length that the contract allows");
        }
        return text;
    }
}
