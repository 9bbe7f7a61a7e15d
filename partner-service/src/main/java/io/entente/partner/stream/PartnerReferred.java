package io.entente.partner.stream;

import io.entente.partner.performance.Flow;
import io.entente.partner.performance.RecordPerformance;
import io.entente.partner.performance.RecordReferrals;
import io.entente.platform.domain.MoneyJson;
import io.entente.platform.events.envelope.EventEnvelope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of the events that say which clients were referred, how soon somebody followed up, and what partners do beside it.
 *
 * @param outcome of a decided conflict
 */
record PartnerReferred(
        String referralId,
        String partnerId,
        @Nullable String direction,
        @Nullable MoneyJson expectedValue,
        @Nullable String outcome,
        Instant occurredAt,
        String actor,
        String origin) {

    private static final String SUBMITTED = "referral.referral-submitted.v1";
    private static final String ACCEPTED = "referral.referral-accepted.v1";
    private static final String DECLINED = "referral.referral-declined.v1";
    private static final String WITHDRAWN = "referral.referral-withdrawn.v1";
    private static final String ASKED = "referral.information-requested.v1";
    private static final String ANSWERED = "referral.information-provided.v1";
    private static final String NOTED = "referral.note-shared.v1";
    private static final String CONTACTED = "referral.client-contacted.v1";
    private static final String MET = "referral.meeting-held.v1";
    private static final String PROPOSED = "referral.proposal-sent.v1";
    private static final String CONFLICT_DECIDED = "referral.conflict-decided.v1";
    private static final String REOPENED = "referral.referral-reopened.v1";
    private static final String OUTBOUND = "OUTBOUND";
    private static final String DUPLICATE = "DUPLICATE";
    private static final String IMPORT = "IMPORT";
    private static final String BY_PARTNER = "partner:";

    /** With these the firm has answered a referral of a partner. */
    private static final Set<String> ANSWERS = Set.of(ACCEPTED, DECLINED, ASKED, CONTACTED, MET, PROPOSED);

    /** With these the partner has followed up a referral of the firm. To accept it is only a promise. */
    private static final Set<String> FOLLOW_UPS = Set.of(DECLINED, CONTACTED, MET, PROPOSED);

    /** The events that count. */
    static final Set<String> TYPES = Set.of(
            SUBMITTED,
            ACCEPTED,
            DECLINED,
            WITHDRAWN,
            ASKED,
            ANSWERED,
            NOTED,
            CONTACTED,
            MET,
            PROPOSED,
            CONFLICT_DECIDED,
            REOPENED);

    /** Who refers to whom. An event without a direction is about a referral to the firm. */
    static Flow flow(@Nullable String direction) {
        return OUTBOUND.equals(direction) ? Flow.TO_PARTNER : Flow.TO_FIRM;
    }

    /** Whether somebody at a partner has done it. */
    static boolean isByPartner(String actor) {
        return actor.startsWith(BY_PARTNER);
    }

    /** @return whether it changed anything */
    boolean recordTo(RecordReferrals referrals, RecordPerformance performance, EventEnvelope envelope, ZoneId zone) {
        String type = Objects.requireNonNull(envelope.type());
        long number = envelope.sequence();
        LocalDate day = LocalDate.ofInstant(occurredAt, zone);
        if (SUBMITTED.equals(type)) {
            return referrals.submitted(
                    referralId,
                    partnerId,
                    flow(direction),
                    day,
                    IMPORT.equals(origin) ? null : occurredAt,
                    expectedValue == null ? null : expectedValue.toMoney(),
                    number);
        }
        Set<String> followUps = flow(direction) == Flow.TO_PARTNER ? FOLLOW_UPS : ANSWERS;
        boolean isFollowUp = followUps.contains(type) && referrals.followedUp(referralId, occurredAt, number);
        return switch (type) {
            case DECLINED, WITHDRAWN -> referrals.dismissed(referralId, number) || isFollowUp;
            case REOPENED -> referrals.revived(referralId, number);
            case CONFLICT_DECIDED ->
                DUPLICATE.equals(outcome)
                        ? referrals.dismissed(referralId, number)
                        : referrals.revived(referralId, number);
            case ANSWERED, NOTED ->
                isByPartner(actor) && performance.engaged(referralId, partnerId, referralId, day, number);
            default -> isFollowUp;
        };
    }
}
