package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The events from the first contact with a client to a deal, on {@code referral.events}. */
final class DealEvents {

    private static final String STAGE = "stage";

    static final List<EventType> TYPES = List.of(
            new EventType("referral.client-contacted.v1", ClientContacted.class),
            new EventType("referral.meeting-held.v1", MeetingHeld.class),
            new EventType("referral.proposal-sent.v1", ProposalSent.class),
            new EventType("referral.deal-closed.v1", DealClosed.class),
            new EventType("referral.deal-corrected.v1", DealCorrected.class),
            new EventType("referral.deal-reversed.v1", DealReversed.class),
            new EventType("referral.referral-resumed.v1", ReferralResumed.class),
            new EventType("referral.referral-lost.v1", ReferralLost.class),
            new EventType("referral.satisfaction-rated.v1", SatisfactionRated.class));

    private DealEvents() {}

    /** Adds the facts of a step with the client: its stage, its day, and when the partner hears again. */
    private static Facts step(
            Facts common, String stage, @Nullable LocalDate on, Instant occurredAt, @Nullable Instant nextUpdateDueAt) {
        return common.withWord(STAGE, STAGE, stage)
                .withDay("on", on, occurredAt)
                .with("nextUpdate", nextUpdateDueAt);
    }

    /** {@code referral.client-contacted.v1}. */
    record ClientContacted(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable LocalDate contactedOn,
            @Nullable Instant nextUpdateDueAt,
            Instant occurredAt,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("client-contacted"), TemplateName.of("progress-noted"));
        }

        @Override
        public Facts facts() {
            return step(commonFacts(), "CONTACT", contactedOn, occurredAt, nextUpdateDueAt);
        }
    }

    /** {@code referral.meeting-held.v1}. */
    record MeetingHeld(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable LocalDate heldOn,
            @Nullable Instant nextUpdateDueAt,
            Instant occurredAt,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("meeting-held"), TemplateName.of("progress-noted"));
        }

        @Override
        public Facts facts() {
            return step(commonFacts(), "MEETING", heldOn, occurredAt, nextUpdateDueAt);
        }
    }

    /** {@code referral.proposal-sent.v1}. */
    record ProposalSent(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable LocalDate sentOn,
            @Nullable Instant nextUpdateDueAt,
            Instant occurredAt,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("proposal-sent"), TemplateName.of("progress-noted"));
        }

        @Override
        public Facts facts() {
            return step(commonFacts(), "PROPOSAL", sentOn, occurredAt, nextUpdateDueAt);
        }
    }

    /** {@code referral.deal-closed.v1}. It concerns every partner that gets credit. */
    record DealClosed(
            String referralId,
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            MoneyJson amount,
            LocalDate closedOn,
            List<Credit> credit,
            Origin origin)
            implements ReferralEvent {

        @Override
        public String referralOf(EventEnvelope envelope) {
            return referralId;
        }

        record Credit(String partnerId) {}

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("deal-won"), TemplateName.of("deal-noted"));
        }

        @Override
        public Set<String> partnerIds() {
            Set<String> all = new LinkedHashSet<>(Set.of(partnerId));
            credit.forEach(share -> all.add(share.partnerId()));
            return all;
        }

        @Override
        public Facts facts() {
            return commonFacts().with("amount", amount.toMoney()).with("closedOn", closedOn);
        }
    }

    /** {@code referral.referral-lost.v1}. */
    record ReferralLost(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            String reason,
            @Nullable String reasonCode,
            Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return byDirection(TemplateName.of("referral-lost"), TemplateName.of("loss-noted"));
        }

        @Override
        public Facts facts() {
            return commonFacts().withReason(reason, reasonCode);
        }
    }

    /**
     * {@code referral.deal-reversed.v1}. It concerns every partner that had credit. The message to the partner of the referral also
     * says whether the referral continues, so nobody gets a second one about that.
     */
    record DealReversed(
            String referralId,
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            MoneyJson amount,
            MoneyJson dealAmount,
            LocalDate reversedOn,
            String reason,
            @Nullable List<DealClosed.Credit> credit,
            @Nullable Boolean referralResumes,
            @Nullable Instant protectedUntil,
            Origin origin)
            implements ReferralEvent {

        @Override
        public String referralOf(EventEnvelope envelope) {
            return referralId;
        }

        @Override
        public TemplateName partnerTemplate() {
            return Boolean.TRUE.equals(referralResumes)
                    ? byDirection(TemplateName.of("last-deal-reversed"), TemplateName.of("last-deal-reversed-outbound"))
                    : creditedTemplate();
        }

        @Override
        public TemplateName creditedTemplate() {
            return TemplateName.of("deal-reversed");
        }

        @Override
        public Set<String> partnerIds() {
            Set<String> all = new LinkedHashSet<>(Set.of(partnerId));
            if (credit != null) {
                credit.forEach(share -> all.add(share.partnerId()));
            }
            return all;
        }

        @Override
        public Facts facts() {
            return commonFacts()
                    .with("amount", amount.toMoney())
                    .with("dealAmount", dealAmount.toMoney())
                    .with("reversedOn", reversedOn)
                    .with("protectedUntil", protectedUntil)
                    .withReason(reason, null);
        }
    }

    /**
     * {@code referral.referral-resumed.v1}.
     *
     * @param announced whether the message about the reversed deal says it already; then there is no second one
     */
    record ReferralResumed(
            String partnerId,
            @Nullable String direction,
            Client client,
            String service,
            @Nullable Instant protectedUntil,
            @Nullable Instant nextUpdateDueAt,
            @Nullable Boolean announced,
            Origin origin)
            implements ReferralEvent {

        @Override
        public @Nullable TemplateName partnerTemplate() {
            return Boolean.TRUE.equals(announced)
                    ? null
                    : byDirection(TemplateName.of("referral-resumed"), TemplateName.of("referral-resumed-outbound"));
        }

        @Override
        public Facts facts() {
            return commonFacts().with("protectedUntil", protectedUntil).with("nextUpdate", nextUpdateDueAt);
        }
    }

    /**
     * {@code referral.deal-corrected.v1}. It concerns every partner that gets credit, or got it before.
     *
     * @param kind {@code ENGAGEMENT_ENDED} if the engagement of a retainer ended; otherwise details were wrong
     */
    record DealCorrected(
            String referralId,
            String partnerId,
            Client client,
            String service,
            MoneyJson amount,
            LocalDate closedOn,
            @Nullable Engagement engagement,
            List<DealClosed.Credit> credit,
            String kind,
            List<String> changed,
            Before before,
            @Nullable String reason,
            Origin origin)
            implements ReferralEvent {

        @Override
        public String referralOf(EventEnvelope envelope) {
            return referralId;
        }

        /** The dates of the work that the client bought. */
        record Engagement(@Nullable LocalDate endsOn) {}

        /** The details that were wrong. */
        record Before(MoneyJson amount, LocalDate closedOn, List<DealClosed.Credit> credit) {}

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("ENGAGEMENT_ENDED".equals(kind) ? "engagement-ended" : "deal-corrected");
        }

        @Override
        public Set<String> partnerIds() {
            Set<String> all = new LinkedHashSet<>(Set.of(partnerId));
            credit.forEach(share -> all.add(share.partnerId()));
            before.credit().forEach(share -> all.add(share.partnerId()));
            return all;
        }

        @Override
        public Facts facts() {
            Facts facts = commonFacts().withReason(reason, null);
            if (changed.contains("amount")) {
                facts = facts.with("amount", amount.toMoney())
                        .with("dealAmount", before.amount().toMoney());
            }
            if (changed.contains("closedOn")) {
                facts = facts.with("closedOn", closedOn).with("on", before.closedOn());
            }
            return changed.contains("engagement") && engagement != null
                    ? facts.with("endsOn", engagement.endsOn())
                    : facts;
        }
    }

    /** {@code referral.satisfaction-rated.v1}. */
    record SatisfactionRated(String partnerId, Client client, String service, int rating, Origin origin)
            implements ReferralEvent {

        @Override
        public TemplateName partnerTemplate() {
            return TemplateName.of("satisfaction-rated");
        }

        @Override
        public Facts facts() {
            return commonFacts().with("rating", Integer.toString(rating));
        }
    }
}
