package io.entente.sandbox.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An SMTP server on the loopback address that accepts every mail and puts it into a {@link Mailbag}. */
public final class MailServer implements AutoCloseable {

    private final GreenMail server;

    private MailServer(GreenMail server) {
        this.server = server;
    }

    public static MailServer start(int port, Mailbag mailbag) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        // This replaces GreenMail's mailboxes, which are never emptied.
        server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> new Anybody(mail, recipient, mailbag));
        server.start();
        return new MailServer(server);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Stands for every recipient, because there are no accounts. */
    private record Anybody(MovingMessage mail, MailAddress recipient, Mailbag mailbag) implements GreenMailUser {

        /** Called for each recipient of a mail. The mail is kept once. */
        @Override
        public void deliver(MovingMessage delivered) {
            if (delivered.getToAddresses().iterator().next().equals(recipient)) {
                deliver(delivered.getMessage());
            }
        }

        @Override
        public void deliver(MimeMessage message) {
            mailbag.add(number -> MailReader.read(number, message, Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        }

        @Override
        public String getEmail() {
            return recipient.getEmail();
        }

        @Override
        public String getLogin() {
            return recipient.getEmail();
        }

        @Override
        public String getQualifiedMailboxName() {
            return recipient.getEmail();
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}
    }
}
