/** Planted: a module that is used. */
@NullMarked
package planted.beta;

import org.jspecify.annotations.NullMarked;
