package io.entente.notification.messages.stream;

import io.entente.notification.messages.Origin;
import io.entente.notification.messages.stream.announced.AnnouncedEvent;
import io.entente.notification.messages.stream.announced.EventType;
import io.entente.notification.templates.Facts;
import io.entente.notification.templates.TemplateName;
import io.entente.platform.domain.MoneyJson;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The events of commission plans on {@code commission.events}. */
final class PlanEvents {

    static final List<EventType> TYPES =
            List.of(new EventType("commission.plan-change-announced.v1", PlanChangeAnnounced.class));

    private PlanEvents() {}

    /** {@code commission.plan-change-announced.v1}. */
    record PlanChangeAnnounced(
            String partnerId,
            String name,
            @Nullable Boolean retired,
            LocalDate effectiveFrom,
            @Nullable String reason,
            @Nullable Pays before,
            @Nullable Pays after,
            Origin origin)
            implements AnnouncedEvent {

        /** What a version of a plan pays. */
        record Pays(PlanCode plan, List<String> rates, @Nullable MoneyJson fee) {

            /** The code of the plan, the same in all its versions. */
            record PlanCode(String code) {}

            static @Nullable BigDecimal highestOf(@Nullable Pays pays) {
                return pays == null || pays.rates().isEmpty()
                        ? null
                        : new BigDecimal(pays.rates().get(pays.rates().size() - 1));
            }

            static @Nullable Money feeOf(@Nullable Pays pays) {
                return pays == null || pays.fee() == null ? null : pays.fee().toMoney();
            }
        }

        @Override
        public TemplateName partnerTemplate() {
            if (Boolean.TRUE.equals(retired)) {
                return TemplateName.of(after == null ? "plan-ended-announced" : "plan-replaced-announced");
            }
            if (after == null) {
                return TemplateName.of("plan-uncovered-announced");
            }
            return TemplateName.of(isAnotherPlan() ? "plan-moved-announced" : "plan-change-announced");
        }

        private boolean isAnotherPlan() {
            return before != null
                    && after != null
                    && !before.plan().code().equals(after.plan().code());
        }

        @Override
        public Facts facts() {
            return Facts.none()
                    .with("plan", name)
                    .with("startsOn", effectiveFrom)
                    .with("before", Pays.highestOf(before))
                    .with("rate", Pays.highestOf(after))
                    .with("amount", Pays.feeOf(after))
                    .with("reason", reason);
        }
    }
}
