package io.entente.platform.web.lists;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the orders of a list, on its parameter of type {@link io.entente.platform.domain.lists.SortOrder}. The first is the
 * default.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface SortedBy {

    String[] value();
}
