/** The program's lists over HTTP. */
@NullMarked
package io.entente.referral.program.web;

import org.jspecify.annotations.NullMarked;
