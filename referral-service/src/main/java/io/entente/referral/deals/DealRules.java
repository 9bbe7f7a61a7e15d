package io.entente.referral.deals;

import io.entente.platform.domain.FieldError;
import io.entente.referral.partners.KnownPartners;
import io.entente.referral.referral.facts.CreditShare;
import io.entente.referral.referral.facts.Today;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The rules for the fields of a deal that need the clock or the program's partners. */
public final class DealRules {

    private final KnownPartners partners;
    private final Clock clock;

    public DealRules(KnownPartners partners, Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    /** Returns an error for each bad field. */
    public List<FieldError> badFields(LocalDate closedOn, List<CreditShare> credit) {
        List<FieldError> errors = new ArrayList<>();
        if (closedOn.isAfter(Today.latestAnywhere(clock))) {
            errors.add(new FieldError("closedOn", "must not be in the future"));
        }
        if (closedOn.isBefore(CloseDeal.EARLIEST)) {
            errors.add(new FieldError("closedOn", "must not be before " + CloseDeal.EARLIEST));
        }
        for (int i = 0; i < credit.size(); i++) {
            if (partners.find(credit.get(i).partnerId()).isEmpty()) {
                errors.add(unknownPartner(i));
            }
        }
        return errors;
    }

    /** The error of a share whose partner isn't one of the program. */
    public static FieldError unknownPartner(int share) {
        return new FieldError("credit[%d].partnerId".formatted(share), "must be a partner of the program");
    }
}
