package io.entente.partner.performance.mongo;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.PartnerFact;
import io.entente.partner.performance.PartnerFact.Kind;
import io.entente.partner.performance.PartnerFacts.Changed;
import io.entente.platform.domain.MoneyJson;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a fact. The day is text, so that no time zone can move it.
 *
 * @param flow absent means {@code TO_FIRM}
 * @param key the partner and the day; absent if the fact doesn't count any more
 * @param changed the partner, as long as its figures have to be computed again; otherwise absent
 * @param months the months whose figures have to be computed again
 */
record FactDocument(
        @Id String id,
        long version,
        String partnerId,
        Kind kind,
        @Nullable Flow flow,
        String day,
        @Nullable String referralId,
        @Nullable MoneyJson amount,
        @Nullable MoneyJson reversed,
        @Nullable Integer rating,
        @Nullable Instant since,
        @Nullable Long followUpMinutes,
        long sequence,
        @Nullable String key,
        @Nullable String changed,
        @Nullable List<String> months) {

    static final String KEY = "key";
    static final String CHANGED = "changed";
    static final String MONTHS = "months";

    /** Not part of an id, so the facts of a partner are one range, in the order of their days. */
    private static final String SEPARATOR = "|";

    private static final int LENGTH_OF_MONTH = "2026-05".length();

    /** @param known the fact before; null if it is new */
    static FactDocument of(PartnerFact fact, @Nullable FactDocument known) {
        Set<String> months = new TreeSet<>(Set.of(fact.day().toString().substring(0, LENGTH_OF_MONTH)));
        if (known != null) {
            months.add(known.day().substring(0, LENGTH_OF_MONTH));
            months.addAll(known.months() == null ? List.of() : known.months());
        }
        return new FactDocument(
                fact.id(),
                known == null ? 1 : known.version() + 1,
                fact.partnerId(),
                fact.kind(),
                fact.flow(),
                fact.day().toString(),
                fact.referralId(),
                json(fact.amount()),
                json(fact.reversed()),
                fact.rating(),
                fact.since(),
                fact.followUpMinutes(),
                fact.sequence(),
                fact.kind() == Kind.GONE ? null : firstKey(fact.partnerId(), fact.day()) + SEPARATOR + fact.id(),
                fact.partnerId(),
                List.copyOf(months));
    }

    /** Sorts before the facts of the partner on the day and after those of the day before. */
    static String firstKey(String partnerId, LocalDate day) {
        return partnerId + SEPARATOR + day;
    }

    /** Sorts before all facts of the partner. */
    static String firstKey(String partnerId) {
        return partnerId + SEPARATOR;
    }

    /** Sorts behind all facts of the partner. */
    static String lastKey(String partnerId) {
        return partnerId + SEPARATOR + "~";
    }

    PartnerFact toFact() {
        return new PartnerFact(
                id,
                partnerId,
                kind,
                flow == null ? Flow.TO_FIRM : flow,
                LocalDate.parse(day),
                referralId,
                amount == null ? null : amount.toMoney(),
                reversed == null ? null : reversed.toMoney(),
                rating,
                since,
                followUpMinutes,
                sequence);
    }

    Changed toChanged() {
        List<String> all = months == null ? List.of() : months;
        return new Changed(
                id, version, partnerId, all.stream().map(YearMonth::parse).collect(Collectors.toSet()));
    }

    private static @Nullable MoneyJson json(@Nullable Money money) {
        return money == null ? null : MoneyJson.of(money);
    }
}
