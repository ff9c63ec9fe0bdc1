/** The path of an order: route, reserve, open shipments, say why. */
@NullMarked
package io.braid.sourcing;

import org.jspecify.annotations.NullMarked;
