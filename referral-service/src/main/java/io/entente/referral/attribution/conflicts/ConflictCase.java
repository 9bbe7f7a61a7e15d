package io.entente.referral.attribution.conflicts;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.referral.attribution.matching.Likeness;
import io.entente.referral.attribution.policy.AttributionPolicy;
import io.entente.referral.attribution.policy.AttributionRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conflict between two introductions of a client, or of two clients that seem to be the same: the evidence, the decisions
 * and the appeal. The holder claimed the client first and continues meanwhile; the challenger waits.
 *
 * @param likeness how similar the clients are
 * @param policy the version of the policy under which the conflict began
 * @param rules the rules that may be applied, the program's default first
 * @param appealableDays for how many days a decision can be appealed
 * @param verdicts the first decision, and the one after an appeal
 * @param closedBecause the reason if the status is CLOSED; otherwise absent
 */
public record ConflictCase(
        CaseId id,
        long version,
        CaseStatus status,
        Introduction holder,
        Introduction challenger,
        Likeness likeness,
        int policy,
        List<AttributionRule> rules,
        int appealableDays,
        Instant openedAt,
        List<Verdict> verdicts,
        @Nullable Appeal appeal,
        @Nullable String closedBecause) {

    public ConflictCase {
        rules = List.copyOf(rules);
        verdicts = List.copyOf(verdicts);
    }

    public static ConflictCase open(
            CaseId id,
            Introduction holder,
            Introduction challenger,
            Likeness likeness,
            AttributionPolicy policy,
            Instant now) {
        return new ConflictCase(
                id,
                1,
                CaseStatus.OPEN,
                holder,
                challenger,
                likeness,
                policy.version(),
                policy.rules(),
                policy.appealDays(),
                now,
                List.of(),
                null,
                null);
    }

    /** The last decision, if there is one. */
    public @Nullable Verdict verdict() {
        return verdicts.isEmpty() ? null : verdicts.get(verdicts.size() - 1);
    }

    /** Whether an operator must decide. */
    public boolean isUndecided() {
        return status == CaseStatus.OPEN || status == CaseStatus.APPEALED;
    }

    /** Whether the challenger waits for the first decision. */
    public boolean isOpen() {
        return status == CaseStatus.OPEN;
    }

    /** Whether both referrals continue and share the client. An appeal changes that only with its decision. */
    public boolean isShared() {
        Verdict last = verdict();
        return (status == CaseStatus.DECIDED || status == CaseStatus.APPEALED) && last != null && last.isSplit();
    }

    /** Whether the decision before the last one was against a referral, so that the last one undoes it. */
    public boolean wasDecidedAgainst(String referralId) {
        if (verdicts.size() < 2) {
            return false;
        }
        String winner = verdicts.get(verdicts.size() - 2).winner();
        return winner != null && !winner.equals(referralId);
    }

    public boolean isParty(String partnerId) {
        return holder.partnerId().equals(partnerId) || challenger.partnerId().equals(partnerId);
    }

    public boolean isOfReferral(String referralId) {
        return holder.referralId().equals(referralId) || challenger.referralId().equals(referralId);
    }

    /** The other introduction of the two. */
    public Introduction against(String referralId) {
        return holder.referralId().equals(referralId) ? challenger : holder;
    }

    public Introduction of(String referralId) {
        return holder.referralId().equals(referralId) ? holder : challenger;
    }

    /** The introduction that was submitted first. If both were submitted at the same instant, it is the holder. */
    public Introduction first() {
        return challenger.at().isBefore(holder.at()) ? challenger : holder;
    }

    /** Decides the conflict. The command must have passed {@link DecideConflict#badFields}. Repeating a command changes nothing. */
    public Decision<ConflictCase> decide(DecideConflict command, Instant now, String by) {
        Verdict last = verdict();
        if (!isUndecided()) {
            return last != null && command.isSameAs(last, this)
                    ? Decision.allowed(this)
                    : Decision.rejected("The conflict is %s and can't be decided.".formatted(status));
        }
        if (appeal != null && last != null && Actor.isSamePerson(last.by(), by)) {
            return Decision.rejected("The appeal must be decided by another person than the one who decided first.");
        }
        List<Verdict> all = new ArrayList<>(verdicts);
        all.add(command.verdict(this, now, by));
        return Decision.allowed(with(CaseStatus.DECIDED, all, appeal, null));
    }

    /**
     * Records an appeal. Each case has one appeal, within the time for it, by the partner against which it was decided, or by either
     * if both share. Repeating an appeal changes nothing.
     */
    public Decision<ConflictCase> appeal(Appeal asked) {
        if (appeal != null) {
            return appeal.partnerId().equals(asked.partnerId()) && status == CaseStatus.APPEALED
                    ? Decision.allowed(this)
                    : Decision.rejected(
                            "The decision was appealed at %s; a conflict can be appealed once.".formatted(appeal.at()));
        }
        Verdict last = verdict();
        if (status != CaseStatus.DECIDED || last == null) {
            return Decision.rejected("The conflict is %s; only a decided conflict can be appealed.".formatted(status));
        }
        if (last.winner() != null && of(last.winner()).partnerId().equals(asked.partnerId())) {
            return Decision.rejected("The decision is for this partner; only the other one can appeal.");
        }
        Instant until = last.at().plus(appealableDays, ChronoUnit.DAYS);
        if (asked.at().isAfter(until)) {
            return Decision.rejected("The decision could be appealed until %s.".formatted(until));
        }
        return Decision.allowed(with(CaseStatus.APPEALED, verdicts, asked, null));
    }

    /** Closes a case that no longer needs a decision. */
    public ConflictCase close(String because) {
        return with(CaseStatus.CLOSED, verdicts, appeal, because);
    }

    /** The verdict for the remaining referral of a case that is closed without a decision. */
    public Verdict closing(String left, String because, Instant now) {
        return new Verdict(rules.get(0), left, List.of(), because, now, Actor.SYSTEM.value());
    }

    /** Withdraws a decision that could not be applied. */
    public ConflictCase undecide() {
        CaseStatus before = verdicts.size() > 1 ? CaseStatus.APPEALED : CaseStatus.OPEN;
        return with(before, verdicts.subList(0, verdicts.size() - 1), appeal, null);
    }

    private ConflictCase with(CaseStatus now, List<Verdict> decided, @Nullable Appeal asked, @Nullable String because) {
        return new ConflictCase(
                id,
                version + 1,
                now,
                holder,
                challenger,
                likeness,
                policy,
                rules,
                appealableDays,
                openedAt,
                decided,
                asked,
                because);
    }
}
