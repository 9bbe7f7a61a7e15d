/** Publishes the plans of the program as events, so that other services know which plans are in force. */
@NullMarked
package io.entente.commission.plans.publication;

import org.jspecify.annotations.NullMarked;
