package io.entente.referral.intake.profiles;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.OptimisticRetry;
import java.util.List;
import java.util.Optional;

/** Adds a mapping profile or its next version. If the content is the same as that of the version in use, nothing is added. */
public final class DefineProfileHandler {

    /** All versions of a profile are one document. */
    public static final int MAX_VERSIONS = 200;

    private final ImportProfiles profiles;

    public DefineProfileHandler(ImportProfiles profiles) {
        this.profiles = profiles;
    }

    /** The result of a definition. */
    public sealed interface Defined {

        /** It is in use; {@code again} if it was in use before. */
        record InUse(ImportProfile profile, boolean again) implements Defined {}

        /** The profile is invalid. */
        record Faulty(List<FieldError> errors) implements Defined {}

        /** The profile has the most versions that it can have. */
        record TooManyVersions() implements Defined {}
    }

    /** @param wanted the profile; its version is ignored */
    public Defined handle(ImportProfile wanted) {
        List<FieldError> faults = ProfileFaults.of(wanted);
        if (!faults.isEmpty()) {
            return new Defined.Faulty(faults);
        }
        return OptimisticRetry.retryOnConflict(() -> define(wanted));
    }

    private Defined define(ImportProfile wanted) {
        Optional<ImportProfile> inUse = profiles.latest(wanted.code());
        if (inUse.isPresent() && inUse.get().saysSameAs(wanted)) {
            return new Defined.InUse(inUse.get(), true);
        }
        int next = inUse.map(ImportProfile::version).orElse(0) + 1;
        if (next > MAX_VERSIONS) {
            return new Defined.TooManyVersions();
        }
        ImportProfile defined = wanted.atVersion(next);
        profiles.add(defined);
        return new Defined.InUse(defined, false);
    }
}
