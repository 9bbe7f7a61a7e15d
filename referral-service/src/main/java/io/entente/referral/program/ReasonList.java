package io.entente.referral.program;

import io.entente.platform.domain.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reasons that the program offers, in the order in which they are shown. */
public record ReasonList(List<ListedReason> reasons) {

    /** The maximum number of reasons in the list. */
    public static final int MAX_REASONS = 100;

    /** The code for everything that has no code of its own. Every use offers it, because free text alone gets this code. */
    public static final String OTHER = "OTHER";

    public ReasonList {
        reasons = List.copyOf(reasons);
    }

    /** The reason of a code, if it can be used for this purpose. */
    public Optional<ListedReason> find(ReasonUse use, String code) {
        return reasons.stream()
                .filter(reason -> reason.code().equals(code) && reason.uses().contains(use))
                .findFirst();
    }

    /** The codes that can be used for this purpose. */
    public List<String> codes(ReasonUse use) {
        return reasons.stream()
                .filter(reason -> reason.uses().contains(use))
                .map(ListedReason::code)
                .toList();
    }

    /** The errors of the list as a whole. The form of each entry is checked when the request is read. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < reasons.size(); i++) {
            if (!codes.add(reasons.get(i).code())) {
                faults.add(new FieldError("reasons[%d].code".formatted(i), "must be unique in the list"));
            }
            if (!reasons.get(i).labels().containsKey(ListedReason.ENGLISH)) {
                faults.add(new FieldError("reasons[%d].labels".formatted(i), "must contain a text in English (en)"));
            }
        }
        for (ReasonUse use : ReasonUse.values()) {
            if (find(use, OTHER).isEmpty()) {
                faults.add(new FieldError("reasons", "must contain %s for %s".formatted(OTHER, use)));
            }
        }
        return faults;
    }
}
