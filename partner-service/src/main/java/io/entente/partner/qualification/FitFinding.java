package io.entente.partner.qualification;

import io.entente.partner.qualification.policy.FitDimension;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a partner fits in one dimension, and why.
 *
 * @param percent 0 to 100; null if not enough is known
 * @param because each reason as an English sentence
 */
public record FitFinding(FitDimension dimension, @Nullable Integer percent, List<String> because) {

    public FitFinding {
        because = List.copyOf(because);
    }

    static FitFinding unknown(FitDimension dimension, String why) {
        return new FitFinding(dimension, null, List.of(why));
    }
}
