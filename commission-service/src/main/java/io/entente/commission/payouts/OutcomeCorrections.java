package io.entente.commission.payouts;

import io.entente.commission.payouts.PayoutOutcome.Kind;
import io.entente.platform.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The corrections of a payout's outcome, the earliest first. At most one of them waits
 * ({@code docs/adr/0013-statements-and-payouts.md}).
 */
public record OutcomeCorrections(List<OutcomeCorrection> all) {

    /** The maximum number of corrections of one payout, which bounds its document. */
    public static final int MAX = 20;

    public OutcomeCorrections {
        all = List.copyOf(all);
    }

    public static OutcomeCorrections none() {
        return new OutcomeCorrections(List.of());
    }

    public Optional<OutcomeCorrection> find(String id) {
        return all.stream().filter(correction -> correction.id().equals(id)).findFirst();
    }

    public Optional<OutcomeCorrection> waiting() {
        return all.stream().filter(OutcomeCorrection::isWaiting).findFirst();
    }

    /** The number of corrections that the ledger has booked or is about to book. It tells their transactions apart. */
    public int booked() {
        return (int) all.stream()
                .filter(correction -> correction.status() == OutcomeCorrection.Status.CONFIRMED)
                .filter(OutcomeCorrection::movesMoney)
                .count();
    }

    /** The correction that leads to an outcome which is just being settled; empty if the outcome was reported. */
    public Optional<OutcomeCorrection> leadingTo(PayoutOutcome settling) {
        return all.stream()
                .filter(correction -> correction.status() == OutcomeCorrection.Status.CONFIRMED)
                .reduce((earlier, later) -> later)
                .filter(last -> last.to().isSame(settling));
    }

    /** The day of the last outcome of a kind that a correction replaced. */
    public Optional<LocalDate> replacedDay(Kind kind) {
        return all.stream()
                .filter(correction -> correction.status() == OutcomeCorrection.Status.CONFIRMED)
                .map(OutcomeCorrection::from)
                .filter(outcome -> outcome.kind() == kind)
                .reduce((earlier, later) -> later)
                .flatMap(outcome -> Optional.ofNullable(outcome.on()));
    }

    /** Adds a request for a correction. */
    public static Decision<Payout> ask(Payout payout, OutcomeCorrection wanted) {
        OutcomeCorrections corrections = payout.corrections();
        if (corrections.waiting().isPresent()) {
            return Decision.rejected(
                    "Another correction of this payout waits. It must be confirmed or declined first.");
        }
        if (corrections.all().size() == MAX) {
            return Decision.rejected("A payout can be corrected at most %d times.".formatted(MAX));
        }
        return obstacle(payout, wanted)
                .map(Decision::<Payout>rejected)
                .orElseGet(() -> Decision.allowed(payout.corrected(corrections.with(wanted))));
    }

    /** Records the confirmation of a second person. If money moves, the payout then settles the right outcome. */
    public static Decision<Payout> confirm(Payout payout, String id, String by, Instant now) {
        OutcomeCorrection asked = payout.corrections().find(id).orElseThrow();
        return asked.confirm(by, now).flatMap(confirmed -> {
            if (confirmed.equals(asked)) {
                return Decision.allowed(payout);
            }
            return obstacle(payout, asked)
                    .map(Decision::<Payout>rejected)
                    .orElseGet(() -> Decision.allowed(
                            payout.corrected(payout.corrections().with(confirmed))
                                    .correctedTo(confirmed.to())));
        });
    }

    /** Declines a correction, or takes it back. */
    public static Decision<Payout> decline(Payout payout, String id, String by, String why, Instant now) {
        OutcomeCorrection asked = payout.corrections().find(id).orElseThrow();
        return asked.decline(by, why, now)
                .map(declined -> declined.equals(asked)
                        ? payout
                        : payout.corrected(payout.corrections().with(declined)));
    }

    /** Returns the corrections after the ledger could not book a confirmed one, which waits again. */
    public OutcomeCorrections notBooked(OutcomeCorrection confirmed, String why) {
        return with(confirmed.waitingAgain(why));
    }

    private static Optional<String> obstacle(Payout payout, OutcomeCorrection wanted) {
        PayoutOutcome recorded = payout.settling();
        if (payout.isSettling()) {
            return Optional.of("An outcome of this payout is just being booked. Try again in a moment.");
        }
        if (recorded == null || !isCorrectable(payout.state())) {
            return Optional.of(
                    "Only a payout that is PAID, FAILED or RETURNED has an outcome to correct. This one is %s."
                            .formatted(payout.state()));
        }
        if (!recorded.isSame(wanted.from())) {
            return Optional.of("The payout is %s now, and the correction is about another outcome. Decline it."
                    .formatted(payout.state()));
        }
        Kind to = wanted.to().kind();
        if (to == Kind.FAILED && payout.state() == Payout.State.RETURNED) {
            return Optional.of("A payout that is RETURNED can be corrected to PAID only.");
        }
        boolean same = to == recorded.kind()
                && (to != Kind.PAID
                        || Objects.equals(payout.paidOn(), wanted.to().on()));
        return same
                ? Optional.of("The payout is %s already, so there is nothing to correct.".formatted(payout.state()))
                : Optional.empty();
    }

    private static boolean isCorrectable(Payout.State state) {
        return state == Payout.State.PAID || state == Payout.State.FAILED || state == Payout.State.RETURNED;
    }

    private OutcomeCorrections with(OutcomeCorrection changed) {
        List<OutcomeCorrection> next = new ArrayList<>(all);
        int at = find(changed.id()).map(all::indexOf).orElse(-1);
        if (at < 0) {
            next.add(changed);
        } else {
            next.set(at, changed);
        }
        return new OutcomeCorrections(next);
    }
}
