package io.entente.platform.security;

/** The claims of a token don't say who the caller is, or contradict each other. The message is for the one who issues tokens. */
public final class ContradictoryClaimsException extends RuntimeException {

    ContradictoryClaimsException(String message) {
        super(message);
    }
}
