package io.entente.commission.tax.web;

import io.entente.commission.payouts.Payouts;
import io.entente.commission.tax.NecSummary;
import io.entente.commission.tax.TaxThreshold;
import io.entente.commission.tax.TaxThresholds;
import io.entente.platform.domain.Actor;
import io.entente.platform.domain.FieldError;
import io.entente.platform.security.AllowedTo;
import io.entente.platform.security.Role;
import io.entente.platform.web.InvalidInputException;
import io.entente.platform.web.files.Download;
import io.entente.platform.web.openapi.FileResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.ObjectMapper;

/** {@code /api/tax}: summaries of a tax year as CSV. */
@AllowedTo(roles = Role.FINANCE)
@RestController
@RequestMapping("/api/tax")
class TaxController {

    private static final Logger LOG = LoggerFactory.getLogger(TaxController.class);
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final NecSummary summary;

    TaxController(
            Payouts payouts,
            ObjectMapper json,
            @Value("${entente.commission.tax-thresholds:classpath:policy/tax-thresholds.json}") Resource file)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            TaxThresholds thresholds = new TaxThresholds(List.of(json.readValue(content, TaxThreshold[].class)));
            this.summary = new NecSummary(payouts, thresholds);
        }
    }

    /**
     * Returns the 1099-NEC summary of a tax year as CSV. Taxpayer numbers are masked unless whole numbers are asked
     * for, which is logged with the person who asked.
     *
     * @param tin {@code masked}, or {@code whole} for complete taxpayer numbers
     * @param bom whether the file begins with a byte order mark, which Excel needs to read it as UTF-8
     */
    @FileResponse("text/csv")
    @GetMapping("/1099-nec/{year}")
    void nec(
            @PathVariable int year,
            @RequestParam(defaultValue = "masked") String tin,
            @RequestParam(defaultValue = "false") boolean bom,
            HttpServletResponse response,
            Actor actor)
            throws IOException {
        String by = actor.value();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw InvalidInputException.malformed(List.of(new FieldError("year", "must be a year, such as 2026")));
        }
        boolean whole = tin.equals("whole");
        if (!whole && !tin.equals("masked")) {
            throw InvalidInputException.malformed(List.of(new FieldError("tin", "must be whole or masked")));
        }
        LOG.info("The 1099-NEC summary of {} was downloaded by {}, with taxpayer numbers {}", year, by, tin);
        Download.csv("1099-nec-" + year + ".csv")
                .withByteOrderMark(bom)
                .unstored()
                .writeTo(response, out -> summary.write(year, whole, out));
    }
}
