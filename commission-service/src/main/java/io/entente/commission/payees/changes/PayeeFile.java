package io.entente.commission.payees.changes;

import io.entente.commission.payees.Payee;
import io.entente.commission.payees.changes.PayeeEvent.PayeeChangeRequested;
import io.entente.commission.payees.changes.PayeeEvent.PayeeChanged;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Change;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.approval.FourEyes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payment details of a partner with the change that waits for a second person and the history. The first entry and a hold
 * apply at once; everything else needs a second person, a lifted hold included.
 *
 * @param pending null if no change waits
 * @param changes the last {@link #MAX_CHANGES} changes, oldest first
 * @param version 1 when first stored, increased by one with each write
 * @param sequence the number of its last event
 */
public record PayeeFile(
        Payee payee, @Nullable PayeeProposal pending, List<PayeeChange> changes, long version, long sequence) {

    /** The maximum number of changes that are kept in the file. Events announce every change, so older ones are on record there. */
    public static final int MAX_CHANGES = 100;

    public PayeeFile {
        changes = List.copyOf(changes);
    }

    /** The first payment details of a partner. */
    public static Change<PayeeFile, PayeeEvent> enter(Payee wanted, String by, Instant at) {
        PayeeChange entered =
                new PayeeChange(PayeeChange.Outcome.ENTERED, PayeeFields.of(wanted), by, at, null, at, null);
        return Change.of(
                new PayeeFile(wanted.withVersion(1), null, List.of(entered), 1, 1),
                new PayeeChanged(entered.fields(), by, at));
    }

    /** Asks for other payment details. Repeating the request changes nothing. */
    public Decision<Change<PayeeFile, PayeeEvent>> request(Payee wanted, String by, Instant at) {
        List<String> fields = PayeeFields.different(payee, wanted);
        if (wanted.hold() != null && PayeeFields.HOLD_ALONE.containsAll(fields)) {
            return Decision.allowed(held(wanted, fields, by, at));
        }
        if (pending != null) {
            return PayeeFields.different(pending.payee(), wanted).isEmpty()
                    ? Decision.allowed(Change.nothing(this))
                    : Decision.rejected(
                            "Another change waits for a second person. It must be approved or refused first.");
        }
        if (fields.isEmpty()) {
            return Decision.allowed(Change.nothing(this));
        }
        return Decision.allowed(Change.of(
                new PayeeFile(payee, new PayeeProposal(wanted, by, at), changes, version + 1, sequence + 1),
                new PayeeChangeRequested(fields, by, at)));
    }

    /** Whether these payment details apply, rather than wait for a second person. */
    public boolean applies(Payee wanted) {
        return pending == null || PayeeFields.different(payee, wanted).isEmpty();
    }

    /**
     * Puts payments on hold at once, also while a change waits. The change then keeps the hold. One that would only have lifted the hold
     * before is void.
     */
    private Change<PayeeFile, PayeeEvent> held(Payee wanted, List<String> fields, String by, Instant at) {
        if (fields.isEmpty()) {
            return Change.nothing(this);
        }
        PayeeProposal waits = pending == null
                ? null
                : new PayeeProposal(
                        pending.payee().withHold(wanted.hold()), pending.requestedBy(), pending.requestedAt());
        boolean isVoid =
                waits == null || PayeeFields.different(wanted, waits.payee()).isEmpty();
        return changed(
                wanted,
                isVoid ? null : waits,
                new PayeeChange(PayeeChange.Outcome.ENTERED, fields, by, at, null, at, null),
                by);
    }

    /**
     * Asks for other payment details on the partner's side. The change always waits for the firm. Holding payments is the firm's business, so a
     * hold stays as it is.
     */
    public Decision<Change<PayeeFile, PayeeEvent>> propose(Payee wanted, String by, Instant at) {
        return request(wanted.withHold(payee.hold()), by, at);
    }

    /** Takes back a change that the partner has asked for. The partner can't refuse what the firm has asked for. */
    public Decision<Change<PayeeFile, PayeeEvent>> withdraw(String reason, String by, Instant at) {
        PayeeProposal asked = pending;
        return asked != null && !new Actor(asked.requestedBy()).isPartner()
                ? Decision.rejected("The firm has asked for this change. Tell the firm if it is wrong.")
                : refuse(reason, by, at);
    }

    /** Approves the change that waits. It takes a different person from the one who asked. */
    public Decision<Change<PayeeFile, PayeeEvent>> approve(String by, Instant at) {
        PayeeProposal asked = pending;
        if (asked == null) {
            return lastDecisionBy(by, PayeeChange.Outcome.APPROVED)
                    ? Decision.allowed(Change.nothing(this))
                    : Decision.rejected("No change waits for a second person.");
        }
        if (asked.payee().account().isErased()) {
            return Decision.rejected("The payment details of this partner are erased.");
        }
        if (!FourEyes.allow(asked.requestedBy(), by)) {
            return Decision.rejected("A change must be approved by a different person from the one who asked for it.");
        }
        return Decision.allowed(
                changed(asked.payee(), null, decided(asked, PayeeChange.Outcome.APPROVED, by, at, null), by));
    }

    /** Refuses the change that waits. The person who asked for it can withdraw it in the same way. */
    public Decision<Change<PayeeFile, PayeeEvent>> refuse(String reason, String by, Instant at) {
        PayeeProposal asked = pending;
        if (asked == null) {
            return lastDecisionBy(by, PayeeChange.Outcome.REFUSED)
                    ? Decision.allowed(Change.nothing(this))
                    : Decision.rejected("No change waits for a second person.");
        }
        PayeeChange refused = decided(asked, PayeeChange.Outcome.REFUSED, by, at, reason);
        return Decision.allowed(
                new Change<>(new PayeeFile(payee, null, with(refused), version + 1, sequence), List.of()));
    }

    /** When the account became the present one; empty if that is longer ago than the history reaches. */
    public Optional<Instant> accountSince() {
        return changes.stream()
                .filter(change -> change.outcome() != PayeeChange.Outcome.REFUSED)
                .filter(change -> change.fields().contains(PayeeFields.ACCOUNT))
                .map(PayeeChange::decidedAt)
                .reduce((earlier, later) -> later);
    }

    private Change<PayeeFile, PayeeEvent> changed(
            Payee wanted, @Nullable PayeeProposal waits, PayeeChange change, String by) {
        return Change.of(
                new PayeeFile(wanted.withVersion(version + 1), waits, with(change), version + 1, sequence + 1),
                new PayeeChanged(change.fields(), by, change.decidedAt()));
    }

    private PayeeChange decided(
            PayeeProposal asked, PayeeChange.Outcome outcome, String by, Instant at, @Nullable String reason) {
        return new PayeeChange(
                outcome,
                PayeeFields.different(payee, asked.payee()),
                asked.requestedBy(),
                asked.requestedAt(),
                by,
                at,
                reason);
    }

    private boolean lastDecisionBy(String by, PayeeChange.Outcome outcome) {
        PayeeChange last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        return last != null && last.outcome() == outcome && Actor.isSamePerson(by, last.decidedBy());
    }

    private List<PayeeChange> with(PayeeChange change) {
        List<PayeeChange> all = new ArrayList<>(changes);
        all.add(change);
        return all.subList(Math.max(0, all.size() - MAX_CHANGES), all.size());
    }

    /** Contains nothing that identifies a person or an account. */
    @Override
    public String toString() {
        return "PayeeFile[" + payee + "]";
    }
}
