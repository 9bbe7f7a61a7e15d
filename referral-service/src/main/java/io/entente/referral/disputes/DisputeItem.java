package io.entente.referral.disputes;

import java.time.Instant;
import java.util.Map;

/**
 * One fact in a dispute file, with its hash.
 *
 * @param kind what it is
 * @param id identifies the item within its kind
 * @param at when it happened
 * @param content texts, whole numbers, truth values, lists and maps, by the names of the API's fields
 * @param sha256 SHA-256 of the item without this hash, in hexadecimal digits; see {@link ItemHashes}
 */
public record DisputeItem(Kind kind, String id, Instant at, Map<String, Object> content, String sha256) {

    public DisputeItem {
        content = Map.copyOf(content);
    }

    /** The kinds of items. */
    public enum Kind {
        /** A version of the attribution policy under which a conflict of the file began. */
        POLICY,
        /** A partner asked whether the client is free, and got an answer. */
        CLIENT_CHECK,
        /** A partner introduced the client in a referral. */
        INTRODUCTION,
        /** Something that happened to one of the referrals; most were published as events. */
        EVENT,
        /** Two introductions met: who held the client, and the evidence. */
        CONFLICT,
        /** A conflict was decided. */
        DECISION,
        /** A partner appealed against a decision. */
        APPEAL,
        /** A partner was told something, or couldn't be told. */
        DELIVERY
    }

    /** An item whose hash is still to be computed. */
    record Draft(Kind kind, String id, Instant at, Map<String, Object> content) {

        DisputeItem hashed(ItemHashes hashes) {
            return new DisputeItem(kind, id, at, content, hashes.of(kind.name(), id, at, content));
        }
    }
}
