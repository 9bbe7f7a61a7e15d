package io.entente.commission.payouts;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.approval.FourEyes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Payouts that are planned, approved and sent to the bank together. {@code PLANNING -> PLANNED -> APPROVED -> SUBMITTING ->
 * SUBMITTED | REFUSED | RECONCILE_REQUIRED}, or {@code PLANNED | APPROVED -> CANCELLED}. The decision is made for the batch,
 * and its payouts follow one by one.
 *
 * @param cutOff amounts that become payable after this day wait for the next batch
 * @param minimums by currency; these are the currencies that are paid
 * @param executeOn when the bank should pay; absent for as soon as possible. If the file is handed out later, the bank pays on that
 *     day
 * @param followed whether all payouts have followed the last decision
 */
public record PayoutBatch(
        String id,
        Status status,
        LocalDate cutOff,
        SortedMap<CurrencyUnit, Money> minimums,
        @Nullable LocalDate executeOn,
        String plannedBy,
        Instant plannedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String note,
        boolean followed,
        long version) {

    /** The prefix of the ids of batches. */
    public static final String PREFIX = "pob";

    /** The maximum number of characters of an id in ISO 20022. */
    private static final int MAX_ID_CHARACTERS = 35;

    public enum Status {
        /** The partners are being processed. What has been allocated so far is listed. */
        PLANNING,
        PLANNED,
        APPROVED,
        /** It is being sent to the bank. */
        SUBMITTING,
        SUBMITTED,
        /** The bank refused the whole batch. */
        REFUSED,
        /** It is unknown whether the bank has received it. */
        RECONCILE_REQUIRED,
        CANCELLED
    }

    public PayoutBatch {
        minimums = Collections.unmodifiableSortedMap(new TreeMap<>(minimums));
    }

    public static PayoutBatch plan(
            String id,
            LocalDate cutOff,
            SortedMap<CurrencyUnit, Money> minimums,
            @Nullable LocalDate executeOn,
            String actor,
            Instant now) {
        return new PayoutBatch(
                id, Status.PLANNING, cutOff, minimums, executeOn, actor, now, null, null, null, null, null, true, 1);
    }

    /**
     * The key that identifies the batch to the bank, however often it is sent. It is fixed when the batch is planned and has
     * at most 35 characters.
     */
    public String submissionKey() {
        return DerivedId.of("P", id).replace("_", "");
    }

    /**
     * The id of the instruction that pays the batch's payouts in a currency: the beginning of the submission key and the
     * currency, at most 35 characters.
     */
    public String instructionId(CurrencyUnit currency) {
        String key = submissionKey();
        int room = MAX_ID_CHARACTERS - currency.getCode().length();
        return key.substring(0, Math.min(room, key.length())) + currency.getCode();
    }

    /** Whether an id is that of an instruction of this batch. */
    public boolean isInstruction(String id) {
        return minimums.keySet().stream()
                .anyMatch(currency -> instructionId(currency).equals(id));
    }

    /** Whether it was requested with the same content. */
    public boolean isSame(PayoutBatch other) {
        return cutOff.equals(other.cutOff)
                && minimums.equals(other.minimums)
                && java.util.Objects.equals(executeOn, other.executeOn);
    }

    /** All partners have been processed. */
    public PayoutBatch planned() {
        return status == Status.PLANNING ? next(Status.PLANNED, true, note) : this;
    }

    /** Approves a batch that pays somebody. */
    public Decision<PayoutBatch> approve(String actor, Instant now) {
        return approve(true, actor, now);
    }

    /**
     * Approves the batch. It takes a different person from the one who planned it. Repeating it changes nothing.
     *
     * @param paysSomebody whether it has a payout that was not taken out
     */
    public Decision<PayoutBatch> approve(boolean paysSomebody, String actor, Instant now) {
        if (!FourEyes.allow(plannedBy, actor)) {
            return Decision.rejected("A batch must be approved by a different person from the one who planned it.");
        }
        if (Actor.isSamePerson(actor, approvedBy) && status != Status.CANCELLED) {
            return Decision.allowed(this);
        }
        if (status != Status.PLANNED) {
            return Decision.rejected("Only a planned batch can be approved. This one is %s.".formatted(status));
        }
        if (!paysSomebody) {
            return Decision.rejected("The batch pays nobody, so there is nothing to approve. It can be cancelled.");
        }
        return Decision.allowed(new PayoutBatch(
                id,
                Status.APPROVED,
                cutOff,
                minimums,
                executeOn,
                plannedBy,
                plannedAt,
                actor,
                now,
                null,
                null,
                note,
                false,
                version + 1));
    }

    /** Cancels the batch before it is sent to the bank. */
    public Decision<PayoutBatch> cancel() {
        if (status == Status.CANCELLED) {
            return Decision.allowed(this);
        }
        return status == Status.PLANNED || status == Status.APPROVED
                ? Decision.allowed(next(Status.CANCELLED, false, note))
                : Decision.rejected(
                        "Only a batch that has not been sent can be cancelled. This one is %s.".formatted(status));
    }

    /** Begins to send the batch to the bank. Whoever writes this sends it, and nobody else ever does. */
    public Decision<PayoutBatch> submitting(String actor, Instant now) {
        if (status != Status.APPROVED) {
            return Decision.rejected(
                    "Only an approved batch can be submitted, and only once. This one is %s.".formatted(status));
        }
        if (!followed) {
            return Decision.rejected("Not all payouts are approved yet; try again in a moment.");
        }
        return Decision.allowed(new PayoutBatch(
                id,
                Status.SUBMITTING,
                cutOff,
                minimums,
                executeOn,
                plannedBy,
                plannedAt,
                approvedBy,
                approvedAt,
                actor,
                now,
                note,
                true,
                version + 1));
    }

    /** Records the bank's answer. It changes nothing if the answer is known already. */
    public PayoutBatch submitted(Submission submission) {
        if (status != Status.SUBMITTING) {
            return this;
        }
        return switch (submission.answer()) {
            case ACCEPTED -> next(Status.SUBMITTED, false, submission.detail());
            case REFUSED -> next(Status.REFUSED, false, submission.detail());
            case UNKNOWN -> next(Status.RECONCILE_REQUIRED, false, submission.detail());
        };
    }

    /** All payouts have followed. */
    public PayoutBatch followedUp() {
        return followed ? this : next(status, true, note);
    }

    /** Whether its payouts may be sent to the bank or have been, so that the files are available. */
    public boolean isReleased() {
        return approvedAt != null && status != Status.CANCELLED && status != Status.REFUSED;
    }

    private PayoutBatch next(Status to, boolean done, @Nullable String why) {
        return new PayoutBatch(
                id,
                to,
                cutOff,
                minimums,
                executeOn,
                plannedBy,
                plannedAt,
                approvedBy,
                approvedAt,
                submittedBy,
                submittedAt,
                why,
                done,
                version + 1);
    }
}
