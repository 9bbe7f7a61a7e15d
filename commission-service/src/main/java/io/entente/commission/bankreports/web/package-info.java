/** Reports of banks over HTTP. */
@NullMarked
package io.entente.commission.bankreports.web;

import org.jspecify.annotations.NullMarked;
