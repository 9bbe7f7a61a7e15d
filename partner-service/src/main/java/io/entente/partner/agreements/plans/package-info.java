/** The commission plans as commission-service publishes them, and where an agreement promises something else. */
@NullMarked
package io.entente.partner.agreements.plans;

import org.jspecify.annotations.NullMarked;
