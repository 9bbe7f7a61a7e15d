package io.entente.commission.statements;

/**
 * The part of a partner's chain that a statement is made from. The chain is never edited, so the part never changes, and the
 * statement needn't keep its lines.
 *
 * @param first number of its first transaction; one more than {@code last} where there is none
 * @param last number of its last transaction, or of the one before the quarter
 * @param lastHash of the last transaction: with it every line of the statement is sealed
 */
public record Span(long first, long last, String lastHash) {

    public boolean contains(long number) {
        return number >= first && number <= last;
    }
}
