/** The commission plans as commission-service publishes them, and how an agreement differs from them. */
@NullMarked
package io.entente.partner.agreements.plans;

import org.jspecify.annotations.NullMarked;
