package io.entente.partner.partnership;

import static io.entente.partner.partnership.PartnerStatus.ACTIVE;
import static io.entente.partner.partnership.PartnerStatus.APPLIED;
import static io.entente.partner.partnership.PartnerStatus.APPROVED;
import static io.entente.partner.partnership.PartnerStatus.DECLINED;
import static io.entente.partner.partnership.PartnerStatus.INACTIVE;
import static io.entente.partner.partnership.PartnerStatus.INFORMATION_REQUIRED;
import static io.entente.partner.partnership.PartnerStatus.IN_REVIEW;
import static io.entente.partner.partnership.PartnerStatus.ONBOARDING;
import static io.entente.partner.partnership.PartnerStatus.PAUSED;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Defines which status each command leads to from each status. Commands, refusals and the tests all use this table. Any command that the
 * table doesn't name is refused.
 */
public final class Lifecycle {

    private static final Map<PartnerAction, Map<PartnerStatus, PartnerStatus>> TABLE =
            new EnumMap<>(PartnerAction.class);

    static {
        leads(PartnerAction.START_REVIEW, IN_REVIEW, APPLIED);
        leads(PartnerAction.REQUEST_INFORMATION, INFORMATION_REQUIRED, IN_REVIEW);
        leads(PartnerAction.PROVIDE_INFORMATION, IN_REVIEW, INFORMATION_REQUIRED);
        leads(PartnerAction.APPROVE, APPROVED, IN_REVIEW);
        // An applicant that never answers the questions can also be declined.
        leads(PartnerAction.DECLINE, DECLINED, IN_REVIEW, INFORMATION_REQUIRED);
        leads(PartnerAction.START_ONBOARDING, ONBOARDING, APPROVED);
        leads(PartnerAction.COMPLETE_ONBOARDING, ACTIVE, ONBOARDING);
        // A partnership that exists already is activated as soon as it is registered. Once a review has begun, it takes
        // an approval.
        leads(PartnerAction.ACTIVATE, ACTIVE, APPLIED, APPROVED, ONBOARDING);
        // A pause that goes on gets another reason or another day.
        leads(PartnerAction.PAUSE, PAUSED, ACTIVE, PAUSED);
        leads(PartnerAction.RESUME, ACTIVE, PAUSED);
        leads(PartnerAction.DEACTIVATE, INACTIVE, APPROVED, ONBOARDING, ACTIVE, PAUSED);
        leads(PartnerAction.MERGE, INACTIVE, APPLIED, IN_REVIEW, INFORMATION_REQUIRED, APPROVED, DECLINED);
        leads(PartnerAction.MERGE, INACTIVE, ONBOARDING, ACTIVE, PAUSED, INACTIVE);
        stays(PartnerAction.CHANGE, APPLIED, IN_REVIEW, INFORMATION_REQUIRED, APPROVED, DECLINED);
        stays(PartnerAction.CHANGE, ONBOARDING, ACTIVE, PAUSED, INACTIVE);
    }

    private Lifecycle() {}

    private static void leads(PartnerAction action, PartnerStatus to, PartnerStatus... from) {
        for (PartnerStatus status : from) {
            row(action).put(status, to);
        }
    }

    private static void stays(PartnerAction action, PartnerStatus... in) {
        for (PartnerStatus status : in) {
            row(action).put(status, status);
        }
    }

    private static Map<PartnerStatus, PartnerStatus> row(PartnerAction action) {
        return TABLE.computeIfAbsent(action, name -> new EnumMap<>(PartnerStatus.class));
    }

    /** Returns the status that a command leads to; empty if the present status doesn't allow the command. */
    public static Optional<PartnerStatus> next(PartnerStatus from, PartnerAction action) {
        return Optional.ofNullable(TABLE.getOrDefault(action, Map.of()).get(from));
    }

    /** Returns the commands that people may give in this status. */
    public static List<PartnerAction> possible(PartnerStatus status) {
        return Arrays.stream(PartnerAction.values())
                .filter(PartnerAction::isOfPeople)
                .filter(action -> next(status, action).isPresent())
                .toList();
    }
}
