/** The API of the program's lists. */
@NullMarked
package io.entente.referral.program.web;

import org.jspecify.annotations.NullMarked;
