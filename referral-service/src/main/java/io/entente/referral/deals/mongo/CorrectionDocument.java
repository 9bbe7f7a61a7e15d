package io.entente.referral.deals.mongo;

import io.entente.platform.domain.MoneyJson;
import io.entente.referral.deals.DealCorrection;
import io.entente.referral.deals.DealDetails;
import io.entente.referral.deals.mongo.DealDocument.CreditDocument;
import io.entente.referral.deals.mongo.DealDocument.EngagementDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of a correction of a deal. */
record CorrectionDocument(
        Instant at,
        String by,
        DealCorrection.Kind kind,
        @Nullable String reason,
        List<DealDetails.Name> changed,
        DetailsDocument before,
        @Nullable String requestName,
        @Nullable String requestFingerprint) {

    static CorrectionDocument of(DealCorrection correction) {
        DealCorrection.Request request = correction.request();
        return new CorrectionDocument(
                correction.at(),
                correction.by(),
                correction.kind(),
                correction.reason(),
                correction.changed().stream().sorted().toList(),
                DetailsDocument.of(correction.before()),
                request == null ? null : request.name(),
                request == null ? null : request.fingerprint());
    }

    DealCorrection toCorrection() {
        return new DealCorrection(
                at,
                by,
                kind,
                reason,
                EnumSet.copyOf(changed),
                before.toDetails(),
                requestName == null || requestFingerprint == null
                        ? null
                        : new DealCorrection.Request(requestName, requestFingerprint));
    }

    /** The details of a deal before a correction. */
    record DetailsDocument(
            MoneyJson amount,
            String closedOn,
            @Nullable String service,
            @Nullable EngagementDocument engagement,
            List<CreditDocument> credit,
            @Nullable String revenueShare) {

        static DetailsDocument of(DealDetails details) {
            return new DetailsDocument(
                    MoneyJson.of(details.amount()),
                    details.closedOn().toString(),
                    details.service(),
                    details.engagement() == null ? null : EngagementDocument.of(details.engagement()),
                    details.credit().stream().map(CreditDocument::of).toList(),
                    details.revenueShare() == null
                            ? null
                            : details.revenueShare().toPlainString());
        }

        DealDetails toDetails() {
            return new DealDetails(
                    amount.toMoney(),
                    LocalDate.parse(closedOn),
                    service,
                    engagement == null ? null : engagement.toEngagement(),
                    credit.stream().map(CreditDocument::toShare).toList(),
                    revenueShare == null ? null : new BigDecimal(revenueShare));
        }
    }
}
