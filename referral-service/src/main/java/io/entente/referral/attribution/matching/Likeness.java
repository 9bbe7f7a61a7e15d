package io.entente.referral.attribution.matching;

import java.math.BigDecimal;
import java.util.List;

/**
 * How similar two clients are. This is the evidence of a conflict.
 *
 * @param score from 0 to 1 with two decimals; only equal keys score {@code 1.00}
 * @param fields the fields that are alike: {@code domain}, {@code organisation}, {@code country}
 */
public record Likeness(BigDecimal score, List<String> fields) {

    static final String DOMAIN = "domain";
    static final String ORGANISATION = "organisation";
    static final String COUNTRY = "country";

    public Likeness {
        fields = List.copyOf(fields);
    }

    public boolean isSameKey() {
        return score.compareTo(BigDecimal.ONE) == 0;
    }
}
