package io.entente.partner.qualification.policy;

import io.entente.partner.partnership.PartnershipModel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the scorecard.
 *
 * @param code such as {@code reputation}, unique within the scorecard
 * @param title in English
 * @param weight compared with the other rows
 * @param computedFrom what its points are computed from; null if a person gives them
 * @param models the models of partners to which it applies; empty for all
 */
public record Criterion(
        String code, String title, int weight, @Nullable FitDimension computedFrom, Set<PartnershipModel> models) {

    public Criterion {
        models = Set.copyOf(models);
        if (weight < 1) {
            throw new IllegalArgumentException("The criterion %s must have a weight of 1 or more".formatted(code));
        }
    }

    public boolean isFor(PartnershipModel model) {
        return models.isEmpty() || models.contains(model);
    }
}
