package io.entente.referral.crm;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.crm.CrmDeal.Known;
import io.entente.referral.crm.terms.CloseDates;
import io.entente.referral.crm.waiting.Wait;
import io.entente.referral.crm.waiting.WaitReason;
import io.entente.referral.deals.Deal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Compares the terms of a closed deal with those that the CRM reports now. Terms with which no deal can be closed, such as an
 * amount of zero, differ as well, because this is how people cancel a deal in a CRM. A fact that the CRM has never reported
 * doesn't differ.
 */
final class TermsDifference {

    private final Deal closed;
    private final CrmDeal deal;
    private final LocalDate latest;
    private final ZoneId zone;

    /**
     * @param latest the last day on which a deal can have been closed
     * @param zone the zone of the CRM's account
     */
    TermsDifference(Deal closed, CrmDeal deal, LocalDate latest, ZoneId zone) {
        this.closed = closed;
        this.deal = deal;
        this.latest = latest;
        this.zone = zone;
    }

    /** The difference; null if there is none, or if a person has dismissed it. */
    @Nullable
    Wait found(Instant now) {
        List<String> texts = new ArrayList<>();
        Money recorded = closed.amount();
        Money amount = DealTerms.amount(deal, recorded.getCurrencyUnit());
        boolean isMoneyOther = isMoneyOther(amount);
        if (isMoneyOther) {
            texts.add("%s, now %s".formatted(said(recorded), amount == null ? unusableMoney() : said(amount)));
        }
        LocalDate date = DealTerms.closedOn(deal, latest, zone);
        boolean isDateOther = isDateOther(date);
        if (isDateOther) {
            texts.add("the closing date %s, now %s".formatted(closed.closedOn(), date == null ? unusableDate() : date));
        }
        if (texts.isEmpty()) {
            return null;
        }
        String finding = "the deal was closed before with %s".formatted(String.join("; and with ", texts));
        MoneyJson reported = isMoneyOther && amount != null ? MoneyJson.of(amount) : null;
        WaitReason reason = reason(isMoneyOther, amount);
        return isDismissed(finding, reported, isDateOther)
                ? null
                : Wait.difference(
                        reason,
                        finding + "; " + advice(reason, reported != null || (!isMoneyOther && date != null)),
                        now,
                        isMoneyOther ? MoneyJson.of(recorded) : null,
                        reported,
                        isDateOther ? date : null);
    }

    private boolean isMoneyOther(@Nullable Money amount) {
        boolean isReported =
                deal.facts().containsKey(DealFact.AMOUNT) || deal.facts().containsKey(DealFact.CURRENCY);
        if (amount == null) {
            // A currency without an amount says nothing about the amount.
            return isReported && (deal.facts().containsKey(DealFact.AMOUNT) || !hasUsableCurrency());
        }
        return isCleared(DealFact.CURRENCY) || !amount.equals(closed.amount());
    }

    private boolean hasUsableCurrency() {
        return DealTerms.currency(deal.fact(DealFact.CURRENCY)) != null;
    }

    /** A deal that was closed while the CRM had no closing date got the day of the change, which nothing contradicts. */
    private boolean isDateOther(@Nullable LocalDate date) {
        if (date != null) {
            return !date.equals(closed.closedOn());
        }
        Known known = deal.facts().get(DealFact.CLOSED_ON);
        return known != null && !(known.isCleared() && !known.at().isAfter(closed.recordedAt()));
    }

    private WaitReason reason(boolean isMoneyOther, @Nullable Money amount) {
        if (!isMoneyOther) {
            return WaitReason.CLOSING_DATE_DIFFERS;
        }
        boolean isCurrencyOther = amount == null
                ? deal.facts().containsKey(DealFact.CURRENCY) && !hasUsableCurrency()
                : isCleared(DealFact.CURRENCY) || !amount.isSameCurrency(closed.amount());
        return isCurrencyOther ? WaitReason.CURRENCY_DIFFERS : WaitReason.AMOUNT_DIFFERS;
    }

    /** @param isBookable whether a deal can be closed with the terms of the CRM */
    private static String advice(WaitReason reason, boolean isBookable) {
        if (reason == WaitReason.CURRENCY_DIFFERS) {
            return "the currency of a closed deal can't be corrected, so reverse the deal and close it again under another id, or dismiss this change";
        }
        return isBookable
                ? "accept the terms of the CRM, or dismiss this change"
                : "correct or reverse the deal by hand, or dismiss this change";
    }

    /** Differences that were dismissed are stored with what was advised at that time. */
    private boolean isDismissed(String finding, @Nullable MoneyJson reported, boolean isDateOther) {
        return deal.dismissedTerms() == null
                ? !isDateOther && reported != null && reported.equals(deal.dismissed())
                : deal.dismissedTerms().startsWith(finding + "; ");
    }

    private boolean isCleared(DealFact fact) {
        Known known = deal.facts().get(fact);
        return known != null && known.isCleared();
    }

    private static String said(Money money) {
        return money.getCurrencyUnit() + " " + money.getAmount();
    }

    private String unusableMoney() {
        return "the amount %s and the currency %s, which can't be booked"
                .formatted(text(DealFact.AMOUNT), text(DealFact.CURRENCY));
    }

    private String unusableDate() {
        String text = deal.fact(DealFact.CLOSED_ON);
        return (text == null ? "(none)" : "'" + CloseDates.shown(text, zone) + "'")
                + ", which can't be the date of a closed deal";
    }

    private String text(DealFact fact) {
        String text = deal.fact(fact);
        return text == null ? "(none)" : "'" + text + "'";
    }
}
