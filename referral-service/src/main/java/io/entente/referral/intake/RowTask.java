package io.entente.referral.intake;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.Loaded;
import io.entente.referral.intake.profiles.Opportunity;
import io.entente.referral.referral.Referral;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A row that is being imported: its referral as read, then its outcome and the acknowledgements of its events. */
final class RowTask {

    final Opportunity row;

    /** The row's referral; null if there is none. */
    @Nullable
    Loaded<Referral> before;

    /** Null until the row is stored or rejected. */
    @Nullable
    RowOutcome outcome;

    CompletableFuture<Void> dealPublished = CompletableFuture.completedFuture(null);
    CompletableFuture<Void> referralPublished = CompletableFuture.completedFuture(null);

    RowTask(Opportunity row, @Nullable Loaded<Referral> before) {
        this.row = row;
        this.before = before;
    }

    boolean isOpen() {
        return outcome == null;
    }

    /** @param warnings the facts that stay as they are, and what else a person should know */
    void accepted(CompletableFuture<Void> published, List<FieldError> warnings) {
        referralPublished = published;
        outcome = RowOutcome.ACCEPTED.warning(warnings);
    }

    void reject(String field, String reason) {
        outcome = RowOutcome.rejected(field, reason);
    }
}
