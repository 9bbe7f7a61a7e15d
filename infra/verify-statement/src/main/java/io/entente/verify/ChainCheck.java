package io.entente.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checks that the entries are all there, in order and unchanged: numbers, hashes, and the links between them. */
final class ChainCheck {

    private final Proof proof;
    private final List<String> findings = new ArrayList<>();
    private final SortedMap<Long, Entry> byNumber = new TreeMap<>();

    private ChainCheck(Proof proof) {
        this.proof = proof;
    }

    /** Returns what doesn't fit, in sentences. Empty if everything fits. */
    static List<String> findings(Proof proof) {
        ChainCheck check = new ChainCheck(proof);
        check.beginning();
        check.numbers();
        check.contents();
        check.links();
        return check.findings;
    }

    private void beginning() {
        Entry before = proof.entryBefore();
        if (proof.before().number() == 0) {
            if (!proof.before().hash().equals(Proof.GENESIS) || before != null) {
                findings.add("The ledger begins with this period, so the hash before it must be 64 zeros.");
            }
        } else if (before == null) {
            findings.add("Entry %d, the last one before the period, is missing."
                    .formatted(proof.before().number()));
        } else if (before.number() != proof.before().number()
                || !before.hash().equals(proof.before().hash())) {
            findings.add(
                    "The last entry before the period must be entry %d with the hash %s, but it is entry %d with the hash %s."
                            .formatted(proof.before().number(), proof.before().hash(), before.number(), before.hash()));
        }
    }

    private void numbers() {
        Set<Long> seen = new HashSet<>();
        long highest = proof.before().number();
        for (Entry entry : proof.entries()) {
            long number = entry.number();
            if (!seen.add(number)) {
                findings.add("Entry %d is there twice.".formatted(number));
            } else if (number < highest) {
                findings.add("Entry %d is in the wrong place: it comes after entry %d.".formatted(number, highest));
            } else if (number > proof.after().number()) {
                findings.add("Entry %d does not belong to the period, which ends with entry %d."
                        .formatted(number, proof.after().number()));
            }
            highest = Math.max(highest, number);
            byNumber.put(number, entry);
        }
        for (long number = proof.before().number() + 1; number <= proof.after().number(); number++) {
            if (!seen.contains(number)) {
                findings.add("Entry %d is missing.".formatted(number));
            }
        }
    }

    private void contents() {
        if (proof.entryBefore() != null) {
            content(proof.entryBefore());
        }
        proof.entries().forEach(this::content);
    }

    private void content(Entry entry) {
        String computed = entry.computedHash();
        if (!computed.equals(entry.hash())) {
            findings.add("Entry %d was changed: it names %s as its hash, but its content has the hash %s."
                    .formatted(entry.number(), entry.hash(), computed));
        }
        if (!entry.partnerId().equals(proof.partnerId())) {
            findings.add("Entry %d belongs to partner %s, but the statement is for partner %s."
                    .formatted(entry.number(), entry.partnerId(), proof.partnerId()));
        }
    }

    private void links() {
        byNumber.forEach((number, entry) -> {
            String hash = hashOf(number - 1);
            if (hash != null && !entry.previousHash().equals(hash)) {
                findings.add(
                        "Entry %d does not follow entry %d: it names %s as the hash before it, but that hash is %s."
                                .formatted(number, number - 1, entry.previousHash(), hash));
            }
        });
        String end = hashOf(proof.after().number());
        if (end != null && !end.equals(proof.after().hash())) {
            findings.add("The period must end with the hash %s, but its last entry has the hash %s."
                    .formatted(proof.after().hash(), end));
        }
    }

    private @Nullable String hashOf(long number) {
        if (number == proof.before().number()) {
            return proof.before().hash();
        }
        Entry entry = byNumber.get(number);
        return entry == null ? null : entry.hash();
    }
}
