/** Plans over HTTP. */
@NullMarked
package io.entente.commission.plans.web;

import org.jspecify.annotations.NullMarked;
