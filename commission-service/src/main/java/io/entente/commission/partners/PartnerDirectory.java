package io.entente.commission.partners;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All partners that this service knows of, and how to address them. */
public interface PartnerDirectory {

    /**
     * Up to {@code count} partners in order of their ids.
     *
     * @param after only those after this id; from the first where absent
     */
    List<PartnerId> ids(@Nullable String after, int count);

    /** How to address a partner; empty where nobody said, or where it was erased. */
    Optional<Addressee> addressee(PartnerId id);

    /** Forgets what could name a person; tier and model stay. */
    void erase(PartnerId id);
}
