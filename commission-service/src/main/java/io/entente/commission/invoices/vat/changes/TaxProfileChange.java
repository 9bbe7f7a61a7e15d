package io.entente.commission.invoices.vat.changes;

import io.entente.commission.invoices.vat.TaxProfile;
import io.entente.commission.invoices.vat.VatIdCheck;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent.TaxProfileChangeRequested;
import io.entente.commission.invoices.vat.changes.TaxProfileEvent.TaxProfileChanged;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.approval.FourEyes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a tax profile and what became of it. The first version of a partner applies at once; each later one waits until a
 * second person approves it. A version that waits or was refused taxes nothing.
 *
 * @param fields the fields that differ from the version before; for the first version, those that were entered
 * @param decidedBy the second person; null if none was needed or none has decided yet
 * @param reason why the version was refused; null otherwise
 * @param revision 1 when first stored, increased by one with the decision
 */
public record TaxProfileChange(
        TaxProfile profile,
        State state,
        List<String> fields,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        long revision) {

    /** What became of a version. */
    public enum State {
        /** The first version of the partner. */
        ENTERED,
        /** It waits for a second person. */
        WAITING,
        /** A second person approved it. */
        APPROVED,
        /** It was refused or withdrawn. */
        REFUSED
    }

    public TaxProfileChange {
        fields = List.copyOf(fields);
    }

    /** The first version of a partner. */
    public static Change<TaxProfileChange, TaxProfileEvent> enter(TaxProfile first) {
        TaxProfileChange entered =
                new TaxProfileChange(first, State.ENTERED, TaxProfileFields.of(first), null, null, null, 1);
        return Change.of(
                entered,
                new TaxProfileChanged(entered.fields, first.effectiveFrom(), first.changedBy(), first.changedAt()));
    }

    /** Asks for other details than those of this version, which applies. */
    public Change<TaxProfileChange, TaxProfileEvent> request(TaxProfile wanted) {
        List<String> different = TaxProfileFields.different(profile, wanted);
        return Change.of(
                new TaxProfileChange(wanted, State.WAITING, different, null, null, null, 1),
                new TaxProfileChangeRequested(
                        different, wanted.effectiveFrom(), wanted.changedBy(), wanted.changedAt()));
    }

    /**
     * This version once more, with what a register said about its VAT id. Nothing else is different, so nobody has to approve it, and
     * nobody is told.
     *
     * @param number the number of the new version
     */
    public Change<TaxProfileChange, TaxProfileEvent> confirmed(@Nullable VatIdCheck check, long number) {
        return Change.nothing(
                new TaxProfileChange(profile.next(check, number), state, fields, decidedBy, decidedAt, reason, 1));
    }

    /** Approves a version that waits. It takes a different person from the one who asked. */
    public Decision<Change<TaxProfileChange, TaxProfileEvent>> approve(String by, Instant at) {
        if (!isWaiting()) {
            return repeated(State.APPROVED, by);
        }
        if (!FourEyes.allow(profile.changedBy(), by)) {
            return Decision.rejected("A change must be approved by a different person from the one who asked for it.");
        }
        return Decision.allowed(Change.of(
                decided(State.APPROVED, by, at, null), new TaxProfileChanged(fields, profile.effectiveFrom(), by, at)));
    }

    /** Refuses a version that waits. The person who asked for it can withdraw it in the same way. */
    public Decision<Change<TaxProfileChange, TaxProfileEvent>> refuse(String why, String by, Instant at) {
        return isWaiting()
                ? Decision.allowed(new Change<>(decided(State.REFUSED, by, at, why), List.of()))
                : repeated(State.REFUSED, by);
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** When this version began to apply, whatever the day from which it is effective. */
    public Instant appliesSince() {
        return decidedAt == null ? profile.changedAt() : decidedAt;
    }

    private Decision<Change<TaxProfileChange, TaxProfileEvent>> repeated(State decision, String by) {
        return state == decision && Actor.isSamePerson(by, decidedBy)
                ? Decision.allowed(Change.nothing(this))
                : Decision.rejected("No change waits for a second person.");
    }

    private TaxProfileChange decided(State decision, String by, Instant at, @Nullable String why) {
        return new TaxProfileChange(profile, decision, fields, by, at, why, revision + 1);
    }

    /** Contains nothing that identifies a person. */
    @Override
    public String toString() {
        return "TaxProfileChange[" + profile + ", " + state + "]";
    }
}
