package io.entente.platform.domain;

import java.util.Optional;
import java.util.function.Function;

/**
 * An aggregate's answer to a command. A refusal is a value, not an exception, because it is an ordinary result of the
 * business; technical failures are exceptions.
 *
 * @param <T> the result of a command that is allowed
 */
public sealed interface Decision<T> {

    /** The command is allowed and has this result. */
    record Allowed<T>(T value) implements Decision<T> {}

    /** The command is refused. The reason is written for the person who sent it. */
    record Rejected<T>(String reason) implements Decision<T> {}

    static <T> Decision<T> allowed(T value) {
        return new Allowed<>(value);
    }

    static <T> Decision<T> rejected(String reason) {
        return new Rejected<>(reason);
    }

    /**
     * Handles both answers.
     *
     * @param ifAllowed receives the result
     * @param ifRejected receives the reason
     */
    default <R> R fold(Function<? super T, ? extends R> ifAllowed, Function<? super String, ? extends R> ifRejected) {
        if (this instanceof Allowed<T> allowed) {
            return ifAllowed.apply(allowed.value());
        }
        return ifRejected.apply(((Rejected<T>) this).reason());
    }

    /** Changes the result of an allowed command; a refusal stays as it is. */
    default <R> Decision<R> map(Function<? super T, ? extends R> mapping) {
        return fold(value -> allowed(mapping.apply(value)), Decision::rejected);
    }

    /** Continues with another decision if this one allows it; a refusal stays as it is. */
    default <R> Decision<R> flatMap(Function<? super T, Decision<R>> next) {
        return fold(next, Decision::rejected);
    }

    default boolean isAllowed() {
        return this instanceof Allowed;
    }

    /** Why the command is refused; empty if it is allowed. */
    default Optional<String> rejection() {
        return fold(value -> Optional.empty(), Optional::of);
    }

    /** The result if the command is allowed. For callers that don't need the reason of a refusal. */
    default Optional<T> toOptional() {
        return fold(Optional::of, reason -> Optional.empty());
    }

    /**
     * The result of an allowed command.
     *
     * @param failure makes an exception of the reason
     */
    default <X extends RuntimeException> T orElseThrow(Function<? super String, X> failure) {
        return fold(value -> value, reason -> {
            throw failure.apply(reason);
        });
    }

    /**
     * The result of a command that can't be refused at this point.
     *
     * @throws IllegalStateException if it is refused nevertheless
     */
    default T orElseThrow() {
        return orElseThrow(IllegalStateException::new);
    }
}
