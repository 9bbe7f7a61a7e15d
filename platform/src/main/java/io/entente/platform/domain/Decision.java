package io.entente.platform.domain;

/**
 * What an aggregate answers to a command: a refusal is a value, not an exception.
 *
 * @param <T> what follows where the command is allowed
 */
public sealed interface Decision<T> {

    /** The command is allowed, with this outcome. */
    record Allowed<T>(T outcome) implements Decision<T> {}

    /** The command is refused; the reason is for the person who sent it. */
    record Rejected<T>(String reason) implements Decision<T> {}

    static <T> Decision<T> allowed(T outcome) {
        return new Allowed<>(outcome);
    }

    static <T> Decision<T> rejected(String reason) {
        return new Rejected<>(reason);
    }
}
