package io.entente.commission.lifecycle;

import io.entente.platform.domain.Decision;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps why the last of several attempts to decide was refused. */
final class Verdict {

    @Nullable
    String refusal;

    <T> Optional<T> keep(Decision<T> decision) {
        if (decision instanceof Decision.Allowed<T> allowed) {
            refusal = null;
            return Optional.of(allowed.value());
        }
        refusal = ((Decision.Rejected<T>) decision).reason();
        return Optional.empty();
    }
}
