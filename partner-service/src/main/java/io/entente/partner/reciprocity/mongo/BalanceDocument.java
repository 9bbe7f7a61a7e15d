package io.entente.partner.reciprocity.mongo;

import io.entente.partner.reciprocity.ReciprocityBalance;
import io.entente.partner.reciprocity.ReciprocityBalance.OpenReferral;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.lists.ListEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.data.annotation.Id;

/** The stored form of a balance. */
record BalanceDocument(
        @Id String id,
        long version,
        int sent,
        int received,
        List<MoneyJson> revenue,
        List<MoneyJson> given,
        List<OpenDocument> open,
        ListEntry list) {

    static BalanceDocument of(ReciprocityBalance balance, long version, ListEntry list) {
        return new BalanceDocument(
                balance.partnerId(),
                version,
                balance.sent(),
                balance.received(),
                json(balance.revenue()),
                json(balance.given()),
                balance.open().stream().map(OpenDocument::of).toList(),
                list);
    }

    ReciprocityBalance toBalance() {
        return new ReciprocityBalance(
                id,
                sent,
                received,
                money(revenue),
                money(given),
                open.stream().map(OpenDocument::toOpen).toList());
    }

    private static List<MoneyJson> json(Map<String, Money> sums) {
        return new TreeMap<>(sums).values().stream().map(MoneyJson::of).toList();
    }

    private static Map<String, Money> money(List<MoneyJson> sums) {
        return sums.stream().collect(Collectors.toMap(MoneyJson::currency, MoneyJson::toMoney));
    }

    /** The stored form of an open referral. Days are text, so that no time zone can move them. */
    record OpenDocument(String referralId, String day, String dueOn) {

        static OpenDocument of(OpenReferral open) {
            return new OpenDocument(
                    open.referralId(), open.day().toString(), open.dueOn().toString());
        }

        OpenReferral toOpen() {
            return new OpenReferral(referralId, LocalDate.parse(day), LocalDate.parse(dueOn));
        }
    }
}
