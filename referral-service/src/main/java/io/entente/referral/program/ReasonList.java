package io.entente.referral.program;

import io.entente.platform.domain.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reasons that the program gives, in the order in which they are offered. */
public record ReasonList(List<ListedReason> reasons) {

    /** Reasons in the list. */
    public static final int MAX_REASONS = 100;

    /** The code of what no other code says; every use offers it, since free words alone have it. */
    public static final String OTHER = "OTHER";

    public ReasonList {
        reasons = List.copyOf(reasons);
    }

    /** The reason of a code, where it is one for this use. */
    public Optional<ListedReason> find(ReasonUse use, String code) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(code) && reason.uses().contains(use))
                .findFirst();
    }

    /** The codes for this use. */
    public List<String> codes(ReasonUse use) {
        return reasons.stream()
                .filter(reason -> reason.uses().contains(use))
                .map(ListedReason::code)
                .toList();
    }

    /** What is wrong with the list as a whole; each entry's form is looked at where it comes in. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < reasons.size(); i++) {
            if (!codes.add(reasons.get(i).code())) {
                faults.add(new FieldError("reasons[%d].code".formatted(i), "is in the list before"));
            }
            if (!reasons.get(i).labels().containsKey(ListedReason.ENGLISH)) {
                faults.add(new FieldError("reasons[%d].labels".formatted(i), "must have one in en"));
            }
        }
        for (ReasonUse use : ReasonUse.values()) {
            if (find(use, OTHER).isEmpty()) {
                faults.add(new FieldError("reasons", "must have %s for %s".formatted(OTHER, use)));
            }
        }
        return faults;
    }
}
