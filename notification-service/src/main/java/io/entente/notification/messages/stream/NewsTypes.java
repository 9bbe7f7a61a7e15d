package io.entente.notification.messages.stream;

import java.util.HashMap;
import java.util.Map;

/** The events that this service tells of, by wire type, with the record that reads each. */
final class NewsTypes {

    static final Map<String, Class<? extends Newsworthy>> REFERRAL = Map.ofEntries(
            Map.entry("referral.referral-submitted.v1", ReferralNews.ReferralSubmitted.class),
            Map.entry("referral.information-requested.v1", ReferralNews.InformationRequested.class),
            Map.entry("referral.information-provided.v1", ReferralNews.InformationProvided.class),
            Map.entry("referral.referral-accepted.v1", ReferralNews.ReferralAccepted.class),
            Map.entry("referral.referral-declined.v1", ReferralNews.ReferralDeclined.class),
            Map.entry("referral.referral-withdrawn.v1", ReferralNews.ReferralWithdrawn.class),
            Map.entry("referral.protection-expiring.v1", ReferralNews.ProtectionExpiring.class),
            Map.entry("referral.referral-expired.v1", ReferralNews.ReferralExpired.class),
            Map.entry("referral.referral-reopened.v1", ReferralNews.ReferralReopened.class),
            Map.entry("referral.extension-requested.v1", ReferralNews.ExtensionRequested.class),
            Map.entry("referral.extension-refused.v1", ReferralNews.ExtensionRefused.class),
            Map.entry("referral.protection-extended.v1", ReferralNews.ProtectionExtended.class),
            Map.entry("referral.note-shared.v1", ReferralNews.NoteShared.class),
            Map.entry("referral.conflict-detected.v1", ConflictNews.ConflictDetected.class),
            Map.entry("referral.conflict-decided.v1", ConflictNews.ConflictDecided.class),
            Map.entry("referral.client-contacted.v1", DealNews.ClientContacted.class),
            Map.entry("referral.meeting-held.v1", DealNews.MeetingHeld.class),
            Map.entry("referral.proposal-sent.v1", DealNews.ProposalSent.class),
            Map.entry("referral.deal-closed.v1", DealNews.DealClosed.class),
            Map.entry("referral.deal-reversed.v1", DealNews.DealReversed.class),
            Map.entry("referral.referral-lost.v1", DealNews.ReferralLost.class),
            Map.entry("referral.satisfaction-rated.v1", DealNews.SatisfactionRated.class),
            Map.entry("referral.sla-reminder-due.v1", SlaNews.SlaReminderDue.class),
            Map.entry("referral.sla-breached.v1", SlaNews.SlaBreached.class),
            Map.entry("referral.sla-escalated.v1", SlaNews.SlaEscalated.class));

    static final Map<String, Class<? extends Newsworthy>> COMMISSION = Map.ofEntries(
            Map.entry("commission.commission-accrued.v1", CommissionNews.CommissionAccrued.class),
            Map.entry("commission.no-commission-due.v1", CommissionNews.NoCommissionDue.class),
            Map.entry("commission.commission-released.v1", CommissionNews.CommissionReleased.class),
            Map.entry("commission.commission-held.v1", CommissionNews.CommissionHeld.class),
            Map.entry("commission.commission-adjusted.v1", CommissionNews.CommissionAdjusted.class),
            Map.entry("commission.commission-clawed-back.v1", CommissionNews.CommissionClawedBack.class),
            Map.entry("commission.commission-voided.v1", CommissionNews.CommissionVoided.class),
            Map.entry("commission.statement-issued.v1", PayoutNews.StatementIssued.class),
            Map.entry("commission.statement-finalized.v1", PayoutNews.StatementFinalized.class),
            Map.entry("commission.payout-approved.v1", PayoutNews.PayoutApproved.class),
            Map.entry("commission.payout-paid.v1", PayoutNews.PayoutPaid.class),
            Map.entry("commission.payout-failed.v1", PayoutNews.PayoutFailed.class),
            Map.entry("commission.payout-returned.v1", PayoutNews.PayoutReturned.class));

    private NewsTypes() {}

    static Map<String, Class<? extends Newsworthy>> all() {
        Map<String, Class<? extends Newsworthy>> all = new HashMap<>(REFERRAL);
        all.putAll(COMMISSION);
        return all;
    }
}
