/** The protection of a claim over HTTP. */
@NullMarked
package io.entente.referral.protection.web;

import org.jspecify.annotations.NullMarked;
