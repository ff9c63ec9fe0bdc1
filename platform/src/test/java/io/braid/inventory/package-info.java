@NullMarked
package io.braid.inventory;

import org.jspecify.annotations.NullMarked;
