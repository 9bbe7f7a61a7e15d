package io.entente.referral.sla.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.domain.OptimisticRetry;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.sla.SlaBookDecision;
import io.entente.referral.sla.SlaBookDecision.Put;
import io.entente.referral.sla.SlaBookDecision.Refused;
import io.entente.referral.sla.SlaBookDecision.Same;
import io.entente.referral.sla.SlaPolicies;
import io.entente.referral.sla.SlaPolicyBook;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Puts a policy or a calendar into the policy book and makes the response. */
final class BookAnswers {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private BookAnswers() {}

    /** @throws InvalidInputException if the text is not a valid code */
    static void checkCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw InvalidInputException.malformed(List.of(new FieldError(
                    "code", "must be 1 to 64 lower-case letters, digits and hyphens, such as inbound-response")));
        }
    }

    /** Stores a change of the book; decides again if another request has changed the book meanwhile. */
    static <T, V> ResponseEntity<V> put(
            SlaPolicies policies, Function<SlaPolicyBook, SlaBookDecision<T>> deciding, Function<T, V> view) {
        SlaBookDecision<T> decision = OptimisticRetry.retryOnConflict(() -> {
            SlaBookDecision<T> decided = deciding.apply(policies.latest());
            if (decided instanceof Put<T> put) {
                policies.replace(put.book());
            }
            return decided;
        });
        if (decision instanceof Refused<T> refused) {
            throw InvalidInputException.unprocessable(new FieldError(refused.field(), refused.reason()));
        }
        return decision instanceof Put<T> put
                ? ResponseEntity.status(HttpStatus.CREATED).body(view.apply(put.entry()))
                : ResponseEntity.ok(view.apply(((Same<T>) decision).entry()));
    }
}
