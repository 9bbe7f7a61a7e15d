package io.entente.platform.erasures;

import io.entente.platform.domain.Actor;
import io.entente.platform.domain.Decision;
import io.entente.platform.domain.DerivedId;
import io.entente.platform.domain.approval.FourEyes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to erase what is personal about somebody. One person asks for it and another one decides, because nothing brings the data back.
 * There is at most one for each subject.
 *
 * @param reason {@link #FORGOTTEN} when the data is erased, because a reason may name the person
 * @param decidedBy null while it waits
 * @param version 1 when it was first asked for, increased by one with each change
 */
public record Erasure(
        Subject subject,
        String reason,
        String askedBy,
        Instant askedAt,
        Status status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        long version) {

    /** In the place of the reason when the data is erased. */
    public static final String FORGOTTEN = "erased";

    /**
     * Whose data is erased.
     *
     * @param owner the id of what the data belongs to
     * @param person the id of one person among its data; null for everything
     */
    public record Subject(String owner, @Nullable String person) {

        private static final String ID_PREFIX = "ers";

        /** Names the erasure: the owner's id, or one of its own for a person. */
        public String id() {
            return person == null ? owner : DerivedId.of(ID_PREFIX, owner, person);
        }
    }

    /** What has become of the request. */
    public enum Status {
        /** It waits for a second person. */
        WAITING,
        /** The data is erased. */
        DONE,
        /** A second person refused it, or whoever asked took it back. */
        REFUSED
    }

    public static Erasure ask(Subject subject, String reason, Actor by, Instant at) {
        return new Erasure(subject, reason, by.value(), at, Status.WAITING, null, null, 1);
    }

    public String id() {
        return subject.id();
    }

    /** Asks again. Only after a refusal does that change anything. */
    public Erasure askAgain(String why, Actor by, Instant at) {
        return status == Status.REFUSED
                ? new Erasure(subject, why, by.value(), at, Status.WAITING, null, null, version + 1)
                : this;
    }

    /** Decides that the data is erased. It takes a different person from the one who asked. Repeating it changes nothing. */
    public Decision<Erasure> approve(Actor by, Instant at) {
        return switch (status) {
            case DONE -> Decision.allowed(this);
            case REFUSED -> Decision.rejected("The erasure was refused. It must be asked for again.");
            case WAITING ->
                FourEyes.allow(askedBy, by.value())
                        ? Decision.allowed(decided(Status.DONE, by, at))
                        : Decision.rejected(
                                "An erasure must be approved by a different person from the one who asked for it.");
        };
    }

    /** Decides that nothing is erased. The person who asked can take it back in the same way. Repeating it changes nothing. */
    public Decision<Erasure> refuse(Actor by, Instant at) {
        return switch (status) {
            case DONE -> Decision.rejected("The data is erased already.");
            case REFUSED -> Decision.allowed(this);
            case WAITING -> Decision.allowed(decided(Status.REFUSED, by, at));
        };
    }

    private Erasure decided(Status as, Actor by, Instant at) {
        String kept = as == Status.DONE ? FORGOTTEN : reason;
        return new Erasure(subject, kept, askedBy, askedAt, as, by.value(), at, version + 1);
    }
}
