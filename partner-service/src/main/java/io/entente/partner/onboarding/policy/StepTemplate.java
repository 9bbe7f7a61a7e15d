package io.entente.partner.onboarding.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step of a checklist.
 *
 * @param code such as {@code share-material}, unique within the checklist
 * @param owner {@code partner}, or a role in the partner's team such as {@code role:account-manager}
 * @param dueAfterDays days from the beginning of the onboarding
 * @param isRequired whether the partner becomes active only after it
 * @param needsEvidence whether it is done only with a text that shows it
 * @param completedBy what completes it without a command; null if somebody has to say that it is done
 * @param titles by language, such as {@code en}; English is always there
 */
public record StepTemplate(
        String code,
        String owner,
        int dueAfterDays,
        boolean isRequired,
        boolean needsEvidence,
        @Nullable Trigger completedBy,
        Map<String, String> titles) {

    /** The owner of what the partner has to do itself. */
    public static final String PARTNER = "partner";

    public static final String ENGLISH = "en";

    /** What happens elsewhere and completes a step. */
    public enum Trigger {
        /** The partner has made its first referral. Only an active partner can. */
        FIRST_REFERRAL
    }

    public StepTemplate {
        titles = Map.copyOf(titles);
        if (!titles.containsKey(ENGLISH)) {
            throw new IllegalArgumentException("The step %s has no English title".formatted(code));
        }
        if (dueAfterDays < 0) {
            throw new IllegalArgumentException("The step %s is due before the onboarding begins".formatted(code));
        }
        if (completedBy == Trigger.FIRST_REFERRAL && isRequired) {
            throw new IllegalArgumentException(
                    "The step %s needs a referral, which only an active partner can make".formatted(code));
        }
    }
}
