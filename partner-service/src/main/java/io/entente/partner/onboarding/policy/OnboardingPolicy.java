package io.entente.partner.onboarding.policy;

import io.entente.partner.partnership.PartnershipModel;
import io.entente.platform.domain.policy.PolicyVersion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One version of the checklists.
 *
 * @param steps what every partner has to do
 * @param additions what partners of some models have to do beside it
 */
public record OnboardingPolicy(int version, LocalDate effectiveFrom, List<StepTemplate> steps, List<Addition> additions)
        implements PolicyVersion {

    /** A checklist has at most this many steps. */
    public static final int MAX_STEPS = 40;

    /** Steps for partners of some models. */
    public record Addition(Set<PartnershipModel> models, List<StepTemplate> steps) {

        public Addition {
            models = Set.copyOf(models);
            steps = List.copyOf(steps);
        }
    }

    public OnboardingPolicy {
        steps = List.copyOf(steps);
        additions = List.copyOf(additions);
        for (PartnershipModel model : PartnershipModel.values()) {
            check(version, model, checklist(model, steps, additions));
        }
    }

    private static void check(int version, PartnershipModel model, List<StepTemplate> checklist) {
        Set<String> codes = new HashSet<>();
        for (StepTemplate step : checklist) {
            if (!codes.add(step.code())) {
                throw new IllegalArgumentException(
                        "Version %d has two steps %s for %s".formatted(version, step.code(), model));
            }
        }
        if (checklist.size() > MAX_STEPS) {
            throw new IllegalArgumentException(
                    "Version %d has more than %d steps for %s".formatted(version, MAX_STEPS, model));
        }
        if (checklist.stream().noneMatch(StepTemplate::isRequired)) {
            throw new IllegalArgumentException(
                    "Version %d requires nothing of %s, so such partners would never be active"
                            .formatted(version, model));
        }
    }

    /** The checklist for a model. */
    public List<StepTemplate> checklist(PartnershipModel model) {
        return checklist(model, steps, additions);
    }

    private static List<StepTemplate> checklist(
            PartnershipModel model, List<StepTemplate> steps, List<Addition> additions) {
        List<StepTemplate> all = new ArrayList<>(steps);
        additions.stream()
                .filter(addition -> addition.models().contains(model))
                .forEach(addition -> all.addAll(addition.steps()));
        return List.copyOf(all);
    }
}
