package io.entente.commission.statements.texts;

import io.entente.commission.deals.CreditedDeal;
import io.entente.commission.deals.Engagement;
import io.entente.commission.deals.amendments.ServiceChange;
import io.entente.commission.statements.chain.Amendment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Says in words what a correction of a deal changed: each detail as it is now, and as it was. */
final class AmendmentTexts {

    private final Words words;

    AmendmentTexts(Words words) {
        this.words = words;
    }

    List<String> explanation(Amendment amendment) {
        CreditedDeal before = amendment.before();
        CreditedDeal after = amendment.after();
        List<String> sentences = new ArrayList<>();
        add(sentences, "amended.amount", words.amount(after.amount()), words.amount(before.amount()));
        add(sentences, "amended.closedOn", words.day(after.closedOn()), words.day(before.closedOn()));
        add(sentences, "amended.share", words.percent(after.share()), words.percent(before.share()));
        ServiceChange service = amendment.service();
        if (service != null) {
            add(sentences, "amended.service", service.after(), service.before());
        }
        add(sentences, "amended.engagement", time(after.engagement()), time(before.engagement()));
        if (after.payment() != null
                && before.revenue().isZero() != after.revenue().isZero()) {
            sentences.add(words.text(after.revenue().isZero() ? "amended.outside" : "amended.inside"));
        }
        Money earned = amendment.earnedAfter();
        Money earnedBefore = amendment.earnedBefore();
        if (earned != null && earnedBefore != null) {
            add(sentences, "amended.earned", words.amount(earned), words.amount(earnedBefore));
        }
        return sentences;
    }

    private void add(List<String> sentences, String key, String now, String before) {
        if (!now.equals(before)) {
            sentences.add(words.text(key, now, before));
        }
    }

    /** The agreed time of an engagement, such as {@code 1 Apr 2026 – 30 Sep 2026}. An unknown day is left open. */
    private String time(@Nullable Engagement engagement) {
        return day(engagement == null ? null : engagement.startsOn())
                + " – "
                + day(engagement == null ? null : engagement.endsOn());
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? "…" : words.day(day);
    }
}
