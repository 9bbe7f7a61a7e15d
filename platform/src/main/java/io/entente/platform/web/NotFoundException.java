package io.entente.platform.web;

/** No such resource, or none that this caller may know of (404). */
public final class NotFoundException extends RuntimeException {

    /** @param what the kind of resource, as the caller knows it: {@code referral} */
    public NotFoundException(String what, String id) {
        super("There is no %s %s.".formatted(what, id));
    }
}
