package io.entente.partner.qualification.policy;

import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One version of how partners are qualified.
 *
 * @param approveFrom the score, in percent of what is attainable, from which on an approval is recommended
 * @param criteria the rows of the scorecard
 * @param redFlags what a reviewer looks out for
 * @param references how references are read
 */
public record QualificationPolicy(
        int version,
        LocalDate effectiveFrom,
        FitProfile fit,
        int approveFrom,
        List<Criterion> criteria,
        List<RedFlag> redFlags,
        ReferenceRules references)
        implements PolicyVersion {

    private static final int MAX_PERCENT = 100;

    /**
     * Something that speaks against a partnership.
     *
     * @param code such as {@code one-sided-interest}
     * @param title in English
     */
    public record RedFlag(String code, String title) {}

    /**
     * How references are read. One bad story may be an outlier.
     *
     * @param required how many references a decision needs
     * @param badBelow a reference whose average of 1 to 5 is below this is bad
     * @param trendFrom so many bad references are a trend
     */
    public record ReferenceRules(int required, double badBelow, int trendFrom) {}

    public QualificationPolicy {
        criteria = List.copyOf(criteria);
        redFlags = List.copyOf(redFlags);
        Set<String> codes = new HashSet<>();
        criteria.forEach(criterion -> requireNew(codes, criterion.code()));
        redFlags.forEach(flag -> requireNew(codes, flag.code()));
        if (approveFrom < 0 || approveFrom > MAX_PERCENT) {
            throw new IllegalArgumentException("approveFrom must be from 0 to 100, it is %d".formatted(approveFrom));
        }
    }

    private static void requireNew(Set<String> codes, String code) {
        if (!codes.add(code)) {
            throw new IllegalArgumentException("The code %s is used twice".formatted(code));
        }
    }

    /** The criterion with a code. */
    public Optional<Criterion> criterion(String code) {
        return criteria.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /** Whether the policy has a red flag with a code. */
    public boolean hasRedFlag(String code) {
        return redFlags.stream().anyMatch(flag -> flag.code().equals(code));
    }
}
