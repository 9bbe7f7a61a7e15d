package io.entente.referral.intake.rows;

import io.entente.platform.domain.FieldError;
import io.entente.referral.deals.Deal;
import io.entente.referral.deals.Deals;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.intake.profiles.RowField;
import io.entente.referral.referral.Referral;
import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.Referrals;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/** Finds what is recorded of the sale that a row reports as won, so that one sale is not booked twice. */
public final class RecordedSales {

    private final Referrals referrals;
    private final Deals deals;
    private final int sameSaleDays;

    /** @param sameSaleDays for how many days before and after a deal another one of the same amount may be the same sale */
    public RecordedSales(Referrals referrals, Deals deals, int sameSaleDays) {
        this.referrals = referrals;
        this.deals = deals;
        this.sameSaleDays = sameSaleDays;
    }

    public int sameSaleDays() {
        return sameSaleDays;
    }

    /**
     * A deal of the row's partner and client under another id that may be the same sale. A reversed deal counts, too: its reversal
     * must not close a second record of the same sale.
     *
     * @param row that was won
     */
    public Optional<Deal> sameAs(Opportunity row) {
        LocalDate closedOn = Objects.requireNonNull(row.closedOn());
        Money amount = Objects.requireNonNull(row.value());
        return deals
                .closedBetween(
                        row.partnerId(), amount, closedOn.minusDays(sameSaleDays), closedOn.plusDays(sameSaleDays))
                .stream()
                .filter(deal -> !deal.dealId().equals(row.dealId()) && isOfClient(deal, row))
                .findFirst();
    }

    private boolean isOfClient(Deal deal, Opportunity row) {
        return referrals
                .find(deal.referralId())
                .map(Referral::introduction)
                .filter(introduction ->
                        introduction.client().key().equals(row.client().key()))
                .isPresent();
    }

    /** The error in a row whose deal would have the id of a deal that another referral has. */
    public Optional<FieldError> taken(Opportunity row) {
        return deals.holder(row.dealId())
                .filter(holder -> !holder.equals(row.referralId()))
                .map(holder -> takenBy(holder, row));
    }

    public static FieldError takenBy(ReferralId holder, Opportunity row) {
        return new FieldError(
                row.column(RowField.ID), "must be unique, but the id of its deal is used by referral " + holder);
    }
}
