/** Applications of companies that want to become partners, from the public form until they are registered. */
@NullMarked
package io.entente.partner.applications;

import org.jspecify.annotations.NullMarked;
