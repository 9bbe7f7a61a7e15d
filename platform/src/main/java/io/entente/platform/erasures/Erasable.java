package io.entente.platform.erasures;

import io.entente.platform.domain.Actor;

/** What a service can erase. */
public interface Erasable {

    /** Whether there is such an owner and, if a person is named, whether anything is known about it. */
    boolean has(Erasure.Subject subject);

    /** Erases it. Repeating it changes nothing, so an erasure that was interrupted can be approved again. */
    void erase(Erasure.Subject subject, Actor by);
}
