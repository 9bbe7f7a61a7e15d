package io.entente.notification.delivery;

import io.entente.notification.delivery.Attempt.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mail server that answers as told, and takes everything where it wasn't told. */
final class ScriptedMailer implements Mailer {

    private final List<Letter> sent = new ArrayList<>();
    private final Deque<Answer> script = new ArrayDeque<>();
    private Answer otherwise = new Answer(Outcome.SENT, null);
    private @Nullable Runnable during;

    void then(Outcome outcome, @Nullable String error) {
        script.add(new Answer(outcome, error));
    }

    void always(Outcome outcome, @Nullable String error) {
        otherwise = new Answer(outcome, error);
    }

    /** Happens once, in the middle of the next mail. */
    void during(Runnable event) {
        during = event;
    }

    List<Letter> sent() {
        return sent;
    }

    @Override
    public Answer send(Letter letter) {
        sent.add(letter);
        Runnable event = during;
        during = null;
        if (event != null) {
            event.run();
        }
        return script.isEmpty() ? otherwise : script.poll();
    }
}
