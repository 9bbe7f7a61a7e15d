package io.entente.referral.attribution.conflicts;

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
 * Two introductions of what is, or seems to be, one client: the evidence, what was decided under the program's rule, and the
 * appeal. The holder was there first and goes on meanwhile; the challenger waits.
 *
 * @param likeness how alike the clients are
 * @param policy version of the policy that was in force: its rules decide, as fixed in advance
 * @param rules that may decide, the program's own first
 * @param appealableDays after the decision
 * @param verdicts the first, and the one after an appeal
 * @param closedBecause absent unless CLOSED
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

    /** The last decision; absent while there is none. */
    public @Nullable Verdict verdict() {
        return verdicts.isEmpty() ? null : verdicts.get(verdicts.size() - 1);
    }

    /** Whether an operator is to look at it. */
    public boolean isUndecided() {
        return status == CaseStatus.OPEN || status == CaseStatus.APPEALED;
    }

    /** Whether the challenger waits. */
    public boolean isOpen() {
        return status == CaseStatus.OPEN;
    }

    public boolean isParty(String partnerId) {
        return holder.partnerId().equals(partnerId) || challenger.partnerId().equals(partnerId);
    }

    public boolean isOfReferral(String referralId) {
        return holder.referralId().equals(referralId) || challenger.referralId().equals(referralId);
    }

    /** The other one of the two. */
    public Introduction against(String referralId) {
        return holder.referralId().equals(referralId) ? challenger : holder;
    }

    public Introduction of(String referralId) {
        return holder.referralId().equals(referralId) ? holder : challenger;
    }

    /** The one that was submitted first; of two at the same instant the one that took the claim. */
    public Introduction first() {
        return challenger.at().isBefore(holder.at()) ? challenger : holder;
    }

    /** Decides; what the ruling must be like, {@link Ruling#badFields} says. The same ruling again changes nothing. */
    public Decision<ConflictCase> decide(Ruling ruling, Instant now, String by) {
        Verdict last = verdict();
        if (!isUndecided()) {
            return last != null && ruling.isSameAs(last, this)
                    ? Decision.allowed(this)
                    : Decision.rejected("The conflict is %s, and takes no decision.".formatted(status));
        }
        List<Verdict> all = new ArrayList<>(verdicts);
        all.add(ruling.verdict(this, now, by));
        return Decision.allowed(with(CaseStatus.DECIDED, all, appeal, null));
    }

    /** Puts an appeal on record: one for each case, within its time. The same partner's again changes nothing. */
    public Decision<ConflictCase> appeal(Appeal asked) {
        if (appeal != null) {
            return appeal.partnerId().equals(asked.partnerId()) && status == CaseStatus.APPEALED
                    ? Decision.allowed(this)
                    : Decision.rejected(
                            "There was an appeal already, at %s; one is all there is.".formatted(appeal.at()));
        }
        Verdict last = verdict();
        if (status != CaseStatus.DECIDED || last == null) {
            return Decision.rejected("The conflict is %s; only a decision can be appealed.".formatted(status));
        }
        Instant until = last.at().plus(appealableDays, ChronoUnit.DAYS);
        if (asked.at().isAfter(until)) {
            return Decision.rejected("The decision could be appealed until %s.".formatted(until));
        }
        return Decision.allowed(with(CaseStatus.APPEALED, verdicts, asked, null));
    }

    /** Ends a case that needs no decision any more. */
    public ConflictCase close(String because) {
        return with(CaseStatus.CLOSED, verdicts, appeal, because);
    }

    /** What follows where a closed case leaves one of the two waiting, or wondering. */
    public Verdict closing(String left, String because, Instant now) {
        return new Verdict(rules.get(0), left, List.of(), because, now, "system");
    }

    /** Takes a decision back that couldn't be carried out. */
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
