package io.entente.verify;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks statements without the service: {@code java -jar verify-statement.jar [--lines] [--head <hash>] <file>…}. A file is the PDF
 * of a statement or its proof in JSON. Several files of one partner are also checked for gaps between them.
 *
 * <p>Exit codes: {@value #FITS} if everything fits, {@value #DOES_NOT_FIT} if something doesn't, {@value #UNREADABLE} if a file or
 * an argument can't be read.
 */
public final class VerifyStatement {

    static final int FITS = 0;
    static final int DOES_NOT_FIT = 1;
    static final int UNREADABLE = 2;

    private static final String USAGE =
            """
            Checks statements of the partner program offline.

            java -jar verify-statement.jar [--lines] [--head <hash>] <file>...

              <file>         the PDF of a statement, or its proof in JSON; several files in the order of their quarters
              --lines        also prints each entry, to compare with a printed statement
              --head <hash>  the hash with which the ledger must end after the last file, from a source of your own

            Exit codes: 0 everything fits, 1 something does not fit, 2 a file or an argument can't be read.
            """;

    private final PrintStream out;
    private final List<Path> files = new ArrayList<>();
    private boolean lines;
    private @Nullable String head;

    private VerifyStatement(PrintStream out) {
        this.out = out;
    }

    public static void main(String... arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream err, String... arguments) {
        VerifyStatement command = new VerifyStatement(out);
        try {
            command.read(arguments);
            return command.check();
        } catch (UnreadableProofException e) {
            err.println(e.getMessage());
            return UNREADABLE;
        }
    }

    private void read(String... arguments) throws UnreadableProofException {
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (argument.equals("--lines")) {
                lines = true;
            } else if (argument.equals("--head") && i + 1 < arguments.length) {
                head = arguments[++i];
            } else if (argument.startsWith("--")) {
                throw new UnreadableProofException(USAGE);
            } else {
                files.add(path(argument));
            }
        }
        if (files.isEmpty()) {
            throw new UnreadableProofException(USAGE);
        }
    }

    private static Path path(String argument) throws UnreadableProofException {
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new UnreadableProofException("%s is not the name of a file".formatted(argument));
        }
    }

    private int check() throws UnreadableProofException {
        Report report = new Report(out);
        List<String> findings = new ArrayList<>();
        List<Proof> proofs = new ArrayList<>();
        for (Path file : files) {
            Proof proof = ProofFile.read(file);
            proofs.add(proof);
            for (String finding : check(proof, report)) {
                findings.add(files.size() == 1 ? finding : proof.name() + ": " + finding);
            }
        }
        findings.addAll(Continuity.findings(proofs));
        findings.addAll(wrongHead(proofs.get(proofs.size() - 1)));
        report.result(findings, head != null);
        return findings.isEmpty() ? FITS : DOES_NOT_FIT;
    }

    /** Checks one statement. Content of a wrong form, such as an amount that is no number, is a finding as well. */
    private List<String> check(Proof proof, Report report) {
        try {
            report.statement(proof);
            List<String> findings = findings(proof);
            report.figures(proof);
            if (lines) {
                report.lines(proof);
            }
            return findings;
        } catch (IllegalArgumentException | DateTimeException | ClassCastException e) {
            return List.of("The statement has content of a wrong form: " + e.getMessage());
        }
    }

    private static List<String> findings(Proof proof) {
        List<String> findings = new ArrayList<>(PeriodCheck.findings(proof));
        findings.addAll(ChainCheck.findings(proof));
        findings.addAll(BalanceCheck.findings(proof));
        findings.addAll(Totals.findings(proof));
        return findings;
    }

    private List<String> wrongHead(Proof last) {
        return head == null || head.equalsIgnoreCase(last.after().hash())
                ? List.of()
                : List.of("The ledger must end with the hash %s, but %s ends with %s."
                        .formatted(head, last.name(), last.after().hash()));
    }
}
