package io.entente.referral.referral.view;

import io.entente.referral.referral.facts.CreditShare;
import java.util.List;

/** A share of the credit in the events. */
public record CreditView(String partnerId, String role, String share) {

    public static List<CreditView> of(List<CreditShare> credit) {
        return credit.stream()
                .map(share -> new CreditView(
                        share.partnerId(), share.role(), share.share().toPlainString()))
                .toList();
    }
}
