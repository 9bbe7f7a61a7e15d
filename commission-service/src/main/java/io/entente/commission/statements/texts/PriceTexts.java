package io.entente.commission.statements.texts;

import io.entente.commission.commissions.amounts.Price;
import io.entente.commission.commissions.amounts.Price.Limit;
import io.entente.commission.plans.inputs.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words how a commission came about. */
final class PriceTexts {

    private final Words words;

    PriceTexts(Words words) {
        this.words = words;
    }

    List<String> explanation(Price price) {
        List<String> sentences = new ArrayList<>();
        sentences.add(rates(price));
        price.limits().forEach(limit -> sentences.add(limit(limit)));
        return sentences;
    }

    private String rates(Price price) {
        String plan = price.plan().code();
        String version = Long.toString(price.plan().version());
        String of = words.amount(price.of());
        if (price.isFixed()) {
            return words.text("priceFixed", of, plan, version);
        }
        if (price.parts().isEmpty()) {
            return words.text("priceByPlan", of, plan, version);
        }
        boolean isOne = price.parts().size() == 1 && price.parts().get(0).of().isEqual(price.of());
        String rate = isOne
                ? words.percent(price.parts().get(0).rate())
                : price.parts().stream()
                        .map(part -> words.text("pricePart", words.percent(part.rate()), words.amount(part.of())))
                        .collect(Collectors.joining(" + "));
        String key = price.onRetainer() ? "priceRetainer" : "price";
        return words.text(key + (isOne ? "Rate" : "Bands"), rate, of, plan, version);
    }

    private String limit(Limit limit) {
        return switch (limit.kind()) {
            case LESS_BEFORE ->
                words.text(
                        "price.LESS_BEFORE",
                        amount(limit, "commissionBefore"),
                        amount(limit, "before"),
                        amount(limit, "result"));
            case FLOOR, CAP_PER_DEAL ->
                words.text("price." + limit.kind(), amount(limit, "result"), amount(limit, "commission"));
            case SHARE ->
                words.text(
                        "price.SHARE",
                        words.percent(Fraction.of(String.valueOf(limit.figures().get("share")))),
                        amount(limit, "of"),
                        amount(limit, "result"));
            case CAP_PER_YEAR ->
                words.text(
                        "price.CAP_PER_YEAR",
                        amount(limit, "cap"),
                        String.valueOf(limit.figures().get("year")),
                        amount(limit, "earned"),
                        amount(limit, "result"));
        };
    }

    private String amount(Limit limit, String name) {
        return words.amount(limit.amount(name));
    }
}
