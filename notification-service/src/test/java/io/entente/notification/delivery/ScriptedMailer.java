package io.entente.notification.delivery;

import io.entente.notification.delivery.Attempt.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mailer that replies as scripted and accepts everything else. */
final class ScriptedMailer implements Mailer {

    private final List<Letter> sent = new ArrayList<>();
    private final Deque<Reply> script = new ArrayDeque<>();
    private Reply otherwise = new Reply(Outcome.SENT, null);
    private @Nullable Runnable during;

    void then(Outcome outcome, @Nullable String error) {
        script.add(new Reply(outcome, error));
    }

    void always(Outcome outcome, @Nullable String error) {
        otherwise = new Reply(outcome, error);
    }

    /** Runs once, while the next mail is being sent. */
    void during(Runnable event) {
        during = event;
    }

    List<Letter> sent() {
        return sent;
    }

    @Override
    public Reply send(Letter letter) {
        sent.add(letter);
        Runnable event = during;
        during = null;
        if (event != null) {
            event.run();
        }
        return script.isEmpty() ? otherwise : script.poll();
    }
}
