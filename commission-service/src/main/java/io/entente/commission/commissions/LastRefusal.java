package io.entente.commission.commissions;

import io.entente.platform.domain.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the reason for which the last of several attempts to decide was rejected. */
public final class LastRefusal {

    public @Nullable String refusal;

    public <T> Optional<T> keep(Decision<T> decision) {
        if (decision instanceof Decision.Allowed<T> allowed) {
            refusal = null;
            return Optional.of(allowed.value());
        }
        refusal = ((Decision.Rejected<T>) decision).reason();
        return Optional.empty();
    }
}
