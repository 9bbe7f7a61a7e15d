package io.entente.commission.payouts.bank;

import io.entente.commission.payouts.Payout;
import io.entente.commission.payouts.PayoutBatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Hands out payment files. Each file is written to the disk and checked against {@link EpcRules} first, so no file that a
 * bank would refuse leaves the service. It contains accounts and is deleted afterwards.
 */
public final class PaymentFiles {

    private final Pain001 format;

    public PaymentFiles(Pain001 format) {
        this.format = format;
    }

    /** Uses a file that has been checked. */
    public interface Use<T> {

        T of(Path file) throws IOException, InterruptedException;
    }

    /** Why there is no file of a batch that a bank would accept, as a sentence; empty if there is one. */
    public Optional<String> missing(PayoutBatch batch) {
        Optional<String> unset = format.missing(batch);
        return unset.isPresent() ? unset : broken(batch);
    }

    /** Which rules the transfer of a payout would break, as sentences; empty if it breaks none, or if no payer is configured. */
    Optional<String> problem(Payout payout) {
        byte[] transfer = format.transfer(payout);
        if (transfer.length == 0) {
            return Optional.empty();
        }
        try {
            List<String> violations = EpcRules.violations(new ByteArrayInputStream(transfer), LocalDate.MIN);
            return violations.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", violations));
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The transfer is not XML", e);
        }
    }

    private Optional<String> broken(PayoutBatch batch) {
        // A batch that nobody approved has no date of creation and no file yet.
        if (batch.approvedAt() == null) {
            return Optional.empty();
        }
        try {
            use(batch, file -> file);
            return Optional.empty();
        } catch (RefusedFileException refused) {
            return Optional.of(refused.reason());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The payment file was not checked", e);
        }
    }

    /**
     * Writes the file of an approved batch, checks it and passes it on.
     *
     * @throws RefusedFileException if it breaks a rule; nothing is passed on then
     */
    public <T> T use(PayoutBatch batch, Use<T> use) throws IOException, InterruptedException {
        Path written = Files.createTempFile("entente-payouts", ".xml");
        try {
            try (OutputStream out = Files.newOutputStream(written)) {
                format.write(batch, out);
            }
            check(written, format.earliestExecution(batch));
            return use.of(written);
        } finally {
            delete(written);
        }
    }

    private static void check(Path written, LocalDate earliest) throws IOException {
        try (InputStream file = Files.newInputStream(written)) {
            List<String> violations = EpcRules.violations(file, earliest);
            if (!violations.isEmpty()) {
                throw new RefusedFileException(violations);
            }
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The payment file is not XML", e);
        }
    }

    private static void delete(Path written) {
        try {
            Files.deleteIfExists(written);
        } catch (IOException left) {
            written.toFile().deleteOnExit();
        }
    }
}
