package io.entente.commission.commissions.release;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In which countries a client must have been told of the fee, and have agreed, before commission may be paid: the program's
 * data, with the days from and to which each demand holds.
 */
public record CompliancePolicy(List<Demand> demands) {

    public CompliancePolicy {
        demands = List.copyOf(demands);
    }

    /**
     * One country's demand.
     *
     * @param country ISO 3166-1 alpha-2
     * @param from first closing day that it concerns
     * @param to last such day; absent while it holds
     * @param reason put so that the partner may read it
     */
    public record Demand(String country, LocalDate from, @Nullable LocalDate to, String reason) {

        boolean concerns(String where, LocalDate closedOn) {
            return country.equals(where) && !closedOn.isBefore(from) && (to == null || !closedOn.isAfter(to));
        }
    }

    /** The demand on a deal; absent where none is made, or nobody knows where the client sits. */
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
