package io.entente.platform.web;

/** The resource does not exist, or the caller may not know that it does (404). */
public final class NotFoundException extends RuntimeException {

    /** @param what the kind of resource in the words of the API, such as {@code order} */
    public NotFoundException(String what, String id) {
        super("There is no %s %s.".formatted(what, id));
    }
}
