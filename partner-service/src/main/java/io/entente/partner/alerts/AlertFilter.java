package io.entente.partner.alerts;

import io.entente.platform.domain.lists.SortOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects alerts and names their order. What is null selects all.
 *
 * @param statuses one of these; all if there is none
 * @param sort by {@link #RAISED}
 */
public record AlertFilter(
        List<AlertStatus> statuses, @Nullable AlertKind kind, @Nullable String partnerId, SortOrder sort) {

    /** By the day on which it was raised. */
    public static final String RAISED = "raised";

    public AlertFilter {
        statuses = List.copyOf(statuses);
    }
}
