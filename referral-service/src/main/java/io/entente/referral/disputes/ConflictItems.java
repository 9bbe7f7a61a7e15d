package io.entente.referral.disputes;

import io.entente.referral.attribution.checks.ClientCheck;
import io.entente.referral.attribution.conflicts.Appeal;
import io.entente.referral.attribution.conflicts.ConflictCase;
import io.entente.referral.attribution.conflicts.Introduction;
import io.entente.referral.attribution.conflicts.Verdict;
import io.entente.referral.attribution.policy.AttributionPolicy;
import io.entente.referral.disputes.DisputeItem.Draft;
import io.entente.referral.disputes.DisputeItem.Kind;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The items of attribution: conflicts with their evidence, decisions and appeals, the policy, and the checks before. */
final class ConflictItems {

    private ConflictItems() {}

    static List<Draft> of(ConflictCase conflict) {
        List<Draft> items = new ArrayList<>();
        items.add(new Draft(
                Kind.CONFLICT,
                conflict.id().value(),
                conflict.openedAt(),
                new Facts()
                        .with("status", conflict.status())
                        .with("holder", introduction(conflict.holder()))
                        .with("challenger", introduction(conflict.challenger()))
                        .with("score", conflict.likeness().score())
                        .with("matchedFields", conflict.likeness().fields())
                        .with("policyVersion", conflict.policy())
                        .with("rules", conflict.rules().stream().map(Enum::name).toList())
                        .with("appealableDays", conflict.appealableDays())
                        .with("closedBecause", conflict.closedBecause())
                        .content()));
        for (int i = 0; i < conflict.verdicts().size(); i++) {
            items.add(decision(conflict, i));
        }
        Appeal appeal = conflict.appeal();
        if (appeal != null) {
            items.add(new Draft(
                    Kind.APPEAL,
                    conflict.id() + "/appeal",
                    appeal.at(),
                    new Facts()
                            .with("conflictId", conflict.id().value())
                            .with("partnerId", appeal.partnerId())
                            .with("reason", appeal.reason())
                            .with("recordedBy", appeal.by())
                            .content()));
        }
        return items;
    }

    private static Facts introduction(Introduction introduction) {
        return new Facts()
                .with("referralId", introduction.referralId())
                .with("partnerId", introduction.partnerId())
                .with("introducedAt", introduction.at())
                .with("clientKey", introduction.client().key().value())
                .with("organisation", introduction.client().name().written())
                .with("domain", introduction.client().domain())
                .with("country", introduction.client().country());
    }

    private static Draft decision(ConflictCase conflict, int place) {
        Verdict verdict = conflict.verdicts().get(place);
        Map<String, Object> shares = new TreeMap<>();
        verdict.shares()
                .forEach(share -> shares.put(share.partnerId(), share.share().toPlainString()));
        return new Draft(
                Kind.DECISION,
                conflict.id() + "/decision/" + (place + 1),
                verdict.at(),
                new Facts()
                        .with("conflictId", conflict.id().value())
                        .with("rule", verdict.rule())
                        .with("winner", verdict.winner())
                        .with("shares", shares)
                        .with("reason", verdict.reason())
                        .with("decidedBy", verdict.by())
                        .content());
    }

    static Draft policy(AttributionPolicy policy) {
        Map<String, Object> protection = new TreeMap<>();
        policy.protectionDays().forEach((tier, days) -> protection.put(tier.name(), days.longValue()));
        return new Draft(
                Kind.POLICY,
                "attribution-policy/" + policy.version(),
                policy.effectiveFrom().atStartOfDay().toInstant(ZoneOffset.UTC),
                new Facts()
                        .with("version", policy.version())
                        .with("rules", policy.rules().stream().map(Enum::name).toList())
                        .with("similarityThreshold", policy.matching().threshold())
                        .with("protectionDays", protection)
                        .with("appealDays", policy.appealDays())
                        .content());
    }

    static Draft check(ClientCheck check) {
        return new Draft(
                Kind.CLIENT_CHECK,
                check.id(),
                check.checkedAt(),
                new Facts()
                        .with("partnerId", check.partnerId())
                        .with("organisation", check.organisation())
                        .with("domain", check.domain())
                        .with("country", check.country())
                        .with("answer", check.answer())
                        .with("heldUntil", check.heldUntil())
                        .with("askedBy", check.by())
                        .content());
    }
}
