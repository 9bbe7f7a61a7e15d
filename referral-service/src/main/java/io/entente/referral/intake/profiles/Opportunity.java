package io.entente.referral.intake.profiles;

import io.entente.referral.referral.ReferralId;
import io.entente.referral.referral.facts.Client;
import io.entente.referral.referral.facts.Involvement;
import java.time.LocalDate;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of a CRM's deals, understood.
 *
 * @param source whose id it has
 * @param submittedOn when the firm was put in touch; absent only where it is no more than submitted
 * @param closedOn present where won or lost
 * @param value present where won
 * @param lossReason present where lost
 * @param rowHash of the mapped columns
 * @param columns how the file calls each field
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

    /** What the file calls a field; the profile's own name where it has no such column. */
    public String column(RowField field) {
        return columns.getOrDefault(field, field.key());
    }
}
