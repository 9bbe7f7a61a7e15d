package io.entente.partner.scorecards.mongo;

import io.entente.partner.scorecards.DealSum;
import io.entente.partner.scorecards.PartnerFigures;
import io.entente.partner.scorecards.PartnerFigures.Exchanged;
import io.entente.partner.scorecards.ReportPeriod;
import io.entente.partner.scorecards.Scorecard;
import io.entente.partner.scorecards.Spans;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.domain.lists.ListEntry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.springframework.data.annotation.Id;

/** The stored form of a scorecard. Its id begins with the period, so those of all partners for a period are one range. */
record ScorecardDocument(
        @Id String id, long version, String partnerId, String period, FiguresDocument figures, ListEntry list) {

    /** Not part of a period or an id. */
    private static final String SEPARATOR = "|";

    static String id(ReportPeriod period, String partnerId) {
        return period + SEPARATOR + partnerId;
    }

    /** Sorts behind the scorecards of all partners for the period. */
    static String lastId(ReportPeriod period) {
        return period + SEPARATOR + "~";
    }

    static ScorecardDocument of(Scorecard scorecard, long version, ListEntry list) {
        return new ScorecardDocument(
                id(scorecard.period(), scorecard.partnerId()),
                version,
                scorecard.partnerId(),
                scorecard.period().toString(),
                FiguresDocument.of(scorecard.figures()),
                list);
    }

    Scorecard toScorecard() {
        return new Scorecard(partnerId, ReportPeriod.parse(period).orElseThrow(), figures.toFigures());
    }

    /** The stored form of figures. */
    record FiguresDocument(
            ExchangedDocument sent,
            ExchangedDocument received,
            List<String> won,
            List<String> lost,
            List<DealsDocument> revenue,
            List<DealsDocument> given,
            int ratings,
            int ratingSum,
            int kept,
            int broken,
            int engagements,
            List<MoneyJson> commission) {

        static FiguresDocument of(PartnerFigures figures) {
            return new FiguresDocument(
                    ExchangedDocument.of(figures.sent()),
                    ExchangedDocument.of(figures.received()),
                    sorted(figures.won()),
                    sorted(figures.lost()),
                    DealsDocument.of(figures.revenue().values()),
                    DealsDocument.of(figures.given().values()),
                    figures.ratings(),
                    figures.ratingSum(),
                    figures.kept(),
                    figures.broken(),
                    figures.engagements(),
                    figures.commission().values().stream().map(MoneyJson::of).toList());
        }

        PartnerFigures toFigures() {
            return new PartnerFigures(
                    sent.toExchanged(),
                    received.toExchanged(),
                    Set.copyOf(won),
                    Set.copyOf(lost),
                    DealsDocument.toMap(revenue),
                    DealsDocument.toMap(given),
                    ratings,
                    ratingSum,
                    kept,
                    broken,
                    engagements,
                    commission.stream().collect(Collectors.toMap(MoneyJson::currency, MoneyJson::toMoney)));
        }

        private static List<String> sorted(Set<String> ids) {
            return List.copyOf(new TreeSet<>(ids));
        }
    }

    /** The stored form of referrals in one direction. */
    record ExchangedDocument(int count, int dismissed, int followUps, long followUpMinutes) {

        static ExchangedDocument of(Exchanged exchanged) {
            return new ExchangedDocument(
                    exchanged.count(),
                    exchanged.dismissed(),
                    exchanged.followUps().count(),
                    exchanged.followUps().minutes());
        }

        Exchanged toExchanged() {
            return new Exchanged(count, dismissed, new Spans(followUps, followUpMinutes));
        }
    }

    /** The stored form of deals in one currency. */
    record DealsDocument(int deals, MoneyJson sum) {

        static List<DealsDocument> of(Collection<DealSum> all) {
            return all.stream()
                    .map(each -> new DealsDocument(each.deals(), MoneyJson.of(each.sum())))
                    .toList();
        }

        static Map<String, DealSum> toMap(List<DealsDocument> all) {
            return all.stream().collect(Collectors.toMap(each -> each.sum().currency(), each -> {
                Money sum = each.sum().toMoney();
                return new DealSum(each.deals(), sum);
            }));
        }
    }
}
