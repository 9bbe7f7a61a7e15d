package io.entente.commission.payees.changes;

import io.entente.commission.payees.Payee;
import java.time.Instant;

/** Payment details that wait for a second person. */
public record PayeeProposal(Payee payee, String requestedBy, Instant requestedAt) {}
