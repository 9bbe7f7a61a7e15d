package io.entente.referral.intake.profiles;

import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Involvement;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CRM's deals after it has been understood.
 *
 * @param source the source of its id
 * @param submittedOn when the firm was introduced; absent only if the deal has not passed the first stage
 * @param closedOn present if won; absent if the deal is open, or if the file has no usable date of one that was lost
 * @param expectedOn the close date of a deal that is open, which is when the CRM expects it to close
 * @param value the amount if won, otherwise the expected amount; present if won
 * @param lossReason present if lost
 * @param rowHash of the mapped columns
 * @param columns the file's names of the fields
 */
public record Opportunity(
        String source,
        String id,
        String partnerId,
        Client client,
        String service,
        Involvement involvement,
        Stage stage,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate expectedOn,
        @Nullable Money value,
        @Nullable String lossReason,
        String rowHash,
        Map<RowField, String> columns) {

    public ReferralId referralId() {
        return SourceIds.referralId(source, id);
    }

    public String dealId() {
        return SourceIds.dealId(source, id);
    }

    /** The close date of the CRM's deal, whether it is open or not. */
    public @Nullable LocalDate closeDate() {
        return closedOn == null ? expectedOn : closedOn;
    }

    /** The file's name of a field, or the profile's own name if the file has no such column. */
    public String column(RowField field) {
        return columns.getOrDefault(field, field.key());
    }
}
