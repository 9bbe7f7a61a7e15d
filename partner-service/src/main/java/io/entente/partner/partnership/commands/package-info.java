/** The commands on a partner. */
@NullMarked
package io.entente.partner.partnership.commands;

import org.jspecify.annotations.NullMarked;
