package io.entente.partner.partnership.mongo;

import io.entente.partner.partnership.Contact;
import io.entente.partner.partnership.ListedPartner;
import io.entente.partner.partnership.Partner;
import io.entente.partner.partnership.PartnerId;
import io.entente.partner.partnership.PartnerStatus;
import io.entente.partner.partnership.PartnershipModel;
import io.entente.partner.partnership.RegisterPartner;
import io.entente.partner.partnership.Standing;
import io.entente.partner.partnership.TeamMember;
import io.entente.partner.partnership.details.Departure;
import io.entente.partner.partnership.details.PartnerDetails;
import io.entente.partner.partnership.tier.Tier;
import io.entente.partner.partnership.tier.TierHistory;
import io.entente.partner.partnership.tier.TierHistory.TierPeriod;
import io.entente.platform.domain.Receipt;
import io.entente.platform.domain.lists.ListEntry;
import io.entente.platform.events.outbox.Outbox;
import io.entente.platform.events.store.AggregateDocument;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * The stored form of a partner.
 *
 * @param statusSince absent in documents from before it was kept; the activation, or else the application, takes its place
 * @param pauseReviewOn the day on which somebody has to be reminded of a pause, such as {@code 2026-08-31}; absent if nobody has to be
 * @param steps absent in documents from before they were kept
 * @param tiers absent in documents from before they were kept
 * @param tierChangesOn the day on which a tier begins that is decided; absent if there is none
 * @param details absent in documents from before they were kept
 * @param departures absent in documents from before they were kept
 * @param list absent in documents of earlier versions until their entry is stored when the service starts
 */
record PartnerDocument(
        @Id String id,
        long version,
        long sequence,
        PartnerStatus status,
        @Nullable Instant statusSince,
        @Nullable String statusReason,
        @Nullable String statusUntil,
        @Nullable Instant statusRemindedAt,
        @Nullable String pauseReviewOn,
        @Nullable String mergedInto,
        @Nullable List<StepDocument> steps,
        String name,
        PartnershipModel model,
        Tier tier,
        @Nullable List<PeriodDocument> tiers,
        @Nullable String tierChangesOn,
        String country,
        String timeZone,
        String locale,
        List<Contact> contacts,
        @Nullable List<TeamMember> team,
        @Nullable PartnerDetails details,
        @Nullable List<Departure> departures,
        Instant appliedAt,
        @Nullable Instant activatedAt,
        @Nullable ListEntry list,
        Receipt receipt,
        @Nullable Outbox outbox)
        implements AggregateDocument {

    static PartnerDocument of(Partner partner, Receipt receipt, @Nullable Outbox outbox) {
        RegisterPartner application = partner.application();
        return new PartnerDocument(
                partner.id().value(),
                partner.version(),
                partner.sequence(),
                partner.status(),
                partner.standing().since(),
                partner.standing().reason(),
                StepDocument.text(partner.standing().until()),
                partner.standing().remindedAt(),
                StepDocument.text(partner.standing().reviewOn()),
                text(partner.standing().mergedInto()),
                partner.steps().stream().map(StepDocument::of).toList(),
                application.name(),
                application.model(),
                application.tier(),
                partner.tiers().periods().stream().map(PeriodDocument::of).toList(),
                StepDocument.text(partner.tierChangesOn()),
                application.country(),
                application.timeZone().getId(),
                application.locale(),
                application.contacts(),
                application.team(),
                application.details(),
                partner.departures(),
                partner.appliedAt(),
                partner.activatedAt(),
                ListedPartner.of(partner),
                receipt,
                outbox);
    }

    Partner toPartner() {
        return new Partner(
                new PartnerId(id),
                version,
                sequence,
                new Standing(
                        status,
                        since(),
                        statusReason,
                        StepDocument.date(statusUntil),
                        statusRemindedAt,
                        id(mergedInto)),
                new RegisterPartner(
                        name,
                        model,
                        tier,
                        country,
                        ZoneId.of(timeZone),
                        locale,
                        contacts,
                        team == null ? List.of() : team,
                        details == null ? PartnerDetails.NONE : details),
                appliedAt,
                activatedAt,
                steps == null
                        ? List.of()
                        : steps.stream().map(StepDocument::toStep).toList(),
                departures == null ? List.of() : departures,
                tiers == null
                        ? TierHistory.always(tier)
                        : new TierHistory(
                                tiers.stream().map(PeriodDocument::toPeriod).toList()));
    }

    /** The stored form of a tier. The day is text, so that no time zone can move it. */
    record PeriodDocument(Tier tier, @Nullable String effectiveOn) {

        static PeriodDocument of(TierPeriod period) {
            return new PeriodDocument(period.tier(), StepDocument.text(period.effectiveOn()));
        }

        TierPeriod toPeriod() {
            return new TierPeriod(tier, StepDocument.date(effectiveOn));
        }
    }

    private static @Nullable String text(@Nullable PartnerId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable PartnerId id(@Nullable String text) {
        return text == null ? null : new PartnerId(text);
    }

    private Instant since() {
        if (statusSince != null) {
            return statusSince;
        }
        return activatedAt == null ? appliedAt : activatedAt;
    }
}
