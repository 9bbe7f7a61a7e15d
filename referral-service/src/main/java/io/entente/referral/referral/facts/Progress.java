package io.entente.referral.referral.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The progress of an accepted referral with the client. A reopened referral starts anew; its earlier progress is in its
 * history.
 *
 * @param contactedOn the day of the first contact with the client
 * @param meetings the days of the meetings, in the order in which they were recorded
 * @param proposals in the order in which they were recorded; a later one replaces the earlier ones
 */
public record Progress(@Nullable LocalDate contactedOn, List<LocalDate> meetings, List<Proposal> proposals) {

    /** Nothing has happened with the client yet. */
    public static final Progress NONE = new Progress(null, List.of(), List.of());

    public Progress {
        meetings = List.copyOf(meetings);
        proposals = List.copyOf(proposals);
    }

    /**
     * An offer to the client.
     *
     * @param amount absent if the partner mustn't know it
     */
    public record Proposal(LocalDate sentOn, @Nullable Money amount) {}

    public Progress contacted(LocalDate on) {
        return new Progress(on, meetings, proposals);
    }

    public Progress met(LocalDate on) {
        return new Progress(contactedOn, and(meetings, on), proposals);
    }

    public Progress proposed(Proposal proposal) {
        return new Progress(contactedOn, meetings, and(proposals, proposal));
    }

    private static <T> List<T> and(List<T> before, T added) {
        return Stream.concat(before.stream(), Stream.of(added)).toList();
    }
}
