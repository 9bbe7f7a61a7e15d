package io.entente.commission.commissions.release;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Defines in which countries a client must have been told about the fee, and must have agreed, before commission is
 * paid. The policy is data of the program. Each requirement holds for closing days between two dates.
 */
public record CompliancePolicy(List<Demand> demands) {

    public CompliancePolicy {
        demands = List.copyOf(demands);
    }

    /**
     * The requirement of one country.
     *
     * @param country ISO 3166-1 alpha-2
     * @param from the first closing day for which it holds
     * @param to the last closing day for which it holds; null if it has no end
     * @param reason a text that the partner may read
     */
    public record Demand(String country, LocalDate from, @Nullable LocalDate to, String reason) {

        boolean concerns(String where, LocalDate closedOn) {
            return country.equals(where) && !closedOn.isBefore(from) && (to == null || !closedOn.isAfter(to));
        }
    }

    /** Returns the requirement for a deal; null if there is none or the client's country is unknown. */
    @Nullable
    Demand on(@Nullable String country, LocalDate closedOn) {
        if (country == null) {
            return null;
        }
        return demands.stream()
                .filter(demand -> demand.concerns(country, closedOn))
                .findFirst()
                .orElse(null);
    }
}
