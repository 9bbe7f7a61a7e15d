package io.entente.referral.referral.facts;

import io.entente.platform.domain.MoneyJson;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records which import last wrote a referral, and from which row. The same row is recognized later, even after a crash. The
 * facts of the row are those of the CRM's deal, and a webhook that reports only a stage needs them.
 *
 * @param rowHash hash of the row's mapped columns
 * @param value the amount in the row; absent if it has none, or if an earlier version of the service imported it
 * @param closeDate the close date in the row, which is the expected one while the deal is open; absent for the same reasons
 * @param waitingStage the stage of the row if it was not applied, because another partner has the client, such as {@code WON}; absent
 *     if it was applied
 */
public record ImportMark(
        String importId,
        String rowHash,
        @Nullable MoneyJson value,
        @Nullable LocalDate closeDate,
        @Nullable String waitingStage) {

    /** Whether the earlier mark has the same facts of the CRM's deal. */
    public boolean hasSameFacts(@Nullable ImportMark earlier) {
        return earlier != null && Objects.equals(value, earlier.value) && Objects.equals(closeDate, earlier.closeDate);
    }
}
