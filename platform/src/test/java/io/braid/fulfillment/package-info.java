@NullMarked
package io.braid.fulfillment;

import org.jspecify.annotations.NullMarked;
