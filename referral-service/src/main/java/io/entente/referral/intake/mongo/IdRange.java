package io.entente.referral.intake.mongo;

import org.springframework.data.mongodb.core.query.Criteria;

/** Selects ids with a common prefix as a range of the primary key. */
final class IdRange {

    private IdRange() {}

    static Criteria startingWith(String prefix) {
        return Criteria.where("_id").gte(prefix).lt(after(prefix));
    }

    /** The first id after all that start with the prefix. */
    static String after(String prefix) {
        int last = prefix.length() - 1;
        return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
    }
}
