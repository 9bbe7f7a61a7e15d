package io.entente.referral.intake.web;

import io.entente.platform.domain.FieldError;
import io.entente.platform.web.InvalidInputException;
import io.entente.referral.intake.StartImportHandler.Wanted;
import io.entente.referral.intake.csv.TextEncoding;
import io.entente.referral.intake.profiles.FileReading;
import io.entente.referral.intake.values.AmountReading;
import io.entente.referral.intake.values.DateOrder;
import io.entente.referral.intake.values.DateReading;
import io.entente.referral.intake.values.DecimalMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that say how a file is read if the file doesn't show it. */
record ReadingParameters(@Nullable String encoding, @Nullable String dateOrder, @Nullable String decimalMark) {

    /** @throws InvalidInputException if a parameter has an unknown value */
    Wanted wanted(String profile) {
        List<FieldError> errors = new ArrayList<>();
        TextEncoding named = read(
                "encoding",
                encoding,
                TextEncoding::named,
                "must be an encoding such as UTF-8, Shift_JIS, GB18030, windows-1250 or macintosh",
                errors);
        DateOrder order = read(
                "dateOrder",
                dateOrder,
                text -> constant(DateOrder.values(), text),
                "must be DAY_FIRST or MONTH_FIRST",
                errors);
        DecimalMark mark = read(
                "decimalMark",
                decimalMark,
                text -> constant(DecimalMark.values(), text),
                "must be POINT or COMMA",
                errors);
        if (!errors.isEmpty()) {
            throw InvalidInputException.malformed(errors);
        }
        return new Wanted(
                profile,
                named,
                new FileReading(
                        mark == null ? null : new AmountReading(mark, true),
                        order == null ? null : new DateReading(order)));
    }

    private static <T> @Nullable T read(
            String name,
            @Nullable String text,
            Function<String, Optional<T>> form,
            String otherwise,
            List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        Optional<T> value = form.apply(text);
        if (value.isEmpty()) {
            errors.add(new FieldError(name, otherwise));
        }
        return value.orElse(null);
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String name) {
        return Stream.of(constants)
                .filter(constant -> constant.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
