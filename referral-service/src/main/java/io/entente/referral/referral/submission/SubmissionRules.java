package io.entente.referral.referral.submission;

import io.entente.platform.domain.FieldError;
import io.entente.referral.partners.Direction;
import io.entente.referral.partners.KnownPartner;
import io.entente.referral.program.QualificationChecklist;
import io.entente.referral.referral.facts.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides who may submit which referrals. A submission and its preview apply the same rules. */
public final class SubmissionRules {

    private SubmissionRules() {}

    /**
     * Returns the errors of a submission, apart from those in the form of its fields. The checklist applies to inbound referrals
     * only, because the firm knows its own clients.
     *
     * @param partnerId null if the field has an error already; the same holds for the direction and the answers
     */
    public static List<FieldError> refused(
            @Nullable String partnerId,
            @Nullable Direction direction,
            @Nullable Map<String, String> answers,
            QualificationChecklist checklist,
            Occurrence now) {
        List<FieldError> refused = new ArrayList<>();
        if (partnerId != null && now.isByOtherPartnerThan(partnerId)) {
            refused.add(notOwn());
        }
        if (now.isByPartner() && direction == Direction.OUTBOUND) {
            refused.add(
                    new FieldError("direction", "must be INBOUND, because only the firm submits OUTBOUND referrals"));
        }
        if (direction == Direction.INBOUND && answers != null) {
            refused.addAll(checklist.check(answers));
        }
        return refused;
    }

    /** Returns why a partner that isn't active can't submit referrals. */
    public static String refusal(String partnerId, Optional<KnownPartner> partner) {
        return partner.map(SubmissionRules::refusal)
                .orElse(partnerId
                        + " isn't a known partner of the program. If it was just activated, try again in a moment.");
    }

    private static String refusal(KnownPartner partner) {
        if (partner.mergedInto() != null) {
            return "is a duplicate of the partner %s. New referrals are for that one.".formatted(partner.mergedInto());
        }
        String reason = partner.statusReason() == null ? "" : " The reason: " + partner.statusReason();
        return "is a partner that is %s. New referrals are possible with an ACTIVE partner only, in both directions.%s"
                .formatted(partner.status(), reason);
    }

    /** The error in a submission by another partner. It doesn't say whether the named partner exists. */
    static FieldError notOwn() {
        return new FieldError("partnerId", "must be the partner that submits it");
    }
}
