package io.entente.referral.intake.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.body.CheckedBody;
import io.entente.referral.intake.profiles.ProfileFaults;
import java.util.ArrayList;
import java.util.List;

/**
 * All errors of a profile whose body has errors in its form. The domain checks the parts that could be read, so that one answer names
 * every error.
 */
final class ProfileErrors {

    private ProfileErrors() {}

    static List<FieldError> of(CheckedBody<ImportProfileRequest> body) {
        List<FieldError> errors = new ArrayList<>(body.errors());
        ProfileFaults.of(body.request().readable().toProfile()).stream()
                .filter(fault -> isReadable(fault.field(), body))
                .forEach(errors::add);
        return errors;
    }

    /** A fault can be the consequence of an error in the same field, within it, or around it. */
    private static boolean isReadable(String field, CheckedBody<ImportProfileRequest> body) {
        return body.isGood(field)
                && body.errors().stream()
                        .map(FieldError::field)
                        .noneMatch(bad -> field.startsWith(bad + ".") || field.startsWith(bad + "["));
    }
}
