/** Shipments: acknowledge, ship notice, canceled items. */
@NullMarked
package io.braid.fulfillment;

import org.jspecify.annotations.NullMarked;
