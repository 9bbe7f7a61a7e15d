package io.entente.notification.templates;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The kinds of message there are. A kind has a subject and paragraphs, each a text of the bundles under
 * {@code <code>.<paragraph>}; an optional paragraph is left out where a fact that it names is not known.
 */
public enum MessageKind {
    /** A referral from the partner came in. Facts: client, service, due (optional). */
    REFERRAL_RECEIVED("referral-received", List.of("thanks", "due", "next"), Set.of("due")),
    /** The firm refers a client to the partner. Facts: client, service, due (optional). */
    REFERRAL_INTRODUCED("referral-introduced", List.of("offer", "due", "next"), Set.of("due")),
    /** Facts: client, service, protectedUntil (optional), nextUpdate (optional). */
    REFERRAL_ACCEPTED(
            "referral-accepted", List.of("news", "protection", "update", "thanks"), Set.of("protection", "update")),
    /** Facts: client, service, reason, alternative (optional). */
    REFERRAL_DECLINED("referral-declined", List.of("news", "reason", "alternative", "thanks"), Set.of("alternative")),
    /** Facts: client, service, amount, closedOn. */
    DEAL_WON("deal-won", List.of("news", "next"), Set.of()),
    /** Facts: client, amount, dealAmount, closedOn, plan, planVersion, rate (optional), share (optional), commissionId. */
    COMMISSION_ACCRUED(
            "commission-accrued", List.of("news", "rate", "share", "plan", "where"), Set.of("rate", "share")),
    /** Facts: client, dealAmount, reason, commissionId. */
    NO_COMMISSION_DUE("no-commission-due", List.of("news", "reason", "where"), Set.of());

    private final String code;
    private final List<String> paragraphs;
    private final Set<String> optional;

    MessageKind(String code, List<String> paragraphs, Set<String> optional) {
        this.code = code;
        this.paragraphs = paragraphs;
        this.optional = optional;
    }

    String subject() {
        return code + ".subject";
    }

    /** Keys of the body's paragraphs, in order. */
    List<String> body() {
        return paragraphs.stream().map(paragraph -> code + "." + paragraph).toList();
    }

    boolean isOptional(String paragraphKey) {
        return optional.contains(paragraphKey.substring(code.length() + 1));
    }

    /** Keys of everything that a message of this kind may say. */
    List<String> keys() {
        List<String> keys = new ArrayList<>(body());
        keys.add(0, subject());
        return keys;
    }
}
