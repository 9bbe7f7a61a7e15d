package io.entente.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The design's catalogue of events, written out once more so that a schema can neither be forgotten nor slip in. */
final class Catalogue {
    private static final String PARTNER =
            "PartnerApplied PartnerApproved PartnerDeclined PartnerActivated PartnerPaused"
                    + " PartnerResumed PartnerDeactivated PartnerTierChanged AgreementSigned CheckInDue";
    private static final String REFERRAL =
            "ReferralSubmitted ReviewStarted InformationRequested InformationProvided ReferralAccepted"
                    + " ReferralDeclined ConflictDetected ConflictDecided ClientContacted MeetingHeld ProposalSent DealClosed"
                    + " DealReversed ReferralLost ReferralWithdrawn ReferralExpired ReferralReopened ProtectionExtended"
                    + " ExtensionRequested ExtensionRefused NoteShared"
                    + " ProtectionExpiring ConsentRecorded SatisfactionRated SlaReminderDue SlaBreached SlaMet SlaEscalated";
    private static final String COMMISSION = "CommissionAccrued NoCommissionDue CommissionReleased CommissionHeld"
            + " CommissionAdjusted CommissionClawedBack CommissionVoided StatementIssued StatementFinalized"
            + " PayoutApproved PayoutPaid PayoutFailed PayoutReturned";

    static final Entry PROFILE = new Entry("partner.profile.v1", "PartnerProfile", "partner.profiles", "partnerId");

    private Catalogue() {}

    /** What travels under one wire type: its name in Java, its topic, and the field with its aggregate's id. */
    record Entry(String type, String name, String topic, String idField) {
        @Override
        public String toString() {
            return type;
        }
    }

    /** Every event, without the profile, which is state. */
    static List<Entry> events() {
        return Stream.of(events("partner", PARTNER), events("referral", REFERRAL), events("commission", COMMISSION))
                .flatMap(List::stream)
                .toList();
    }

    static List<Entry> all() {
        return Stream.concat(events().stream(), Stream.of(PROFILE)).toList();
    }

    private static List<Entry> events(String context, String names) {
        return Arrays.stream(names.split(" "))
                .map(name -> new Entry(
                        context + "." + kebab(name) + ".v1", name, context + ".events", idField(context, name)))
                .toList();
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<!^)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static String idField(String context, String name) {
        if (name.startsWith("Statement")) {
            return "statementId";
        }
        return name.startsWith("Payout") ? "payoutId" : context + "Id";
    }
}
