package io.entente.referral.crm.links;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A link of a CRM's deal to a referral that a later link replaced.
 *
 * @param until when it was replaced
 * @param by who replaced it
 * @param reason why
 * @param lastStage the last stage of the CRM that was applied to the referral, or dismissed; absent if there was none
 * @param reversedDealId the deal that was closed for the referral and reversed before the link was replaced; absent if there was none
 */
public record EarlierLink(
        String referralId,
        Instant until,
        String by,
        String reason,
        @Nullable String lastStage,
        @Nullable String reversedDealId) {

    /** What happened, for the notes of the deal. */
    public String text() {
        String deal = reversedDealId == null ? "" : "; deal %s was closed there and reversed".formatted(reversedDealId);
        return lastStage == null
                ? "was linked to referral %s before; no stage was applied there%s".formatted(referralId, deal)
                : "was linked to referral %s before; the last stage that was applied or dismissed there is %s, and the referral stays as it is%s"
                        .formatted(referralId, lastStage, deal);
    }
}
