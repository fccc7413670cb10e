/**
 * What money and orders say against the beginning or the end of a link (DIS-05, ASC-04).
 */
@NullMarked
package io.partnerhub.billing.check;

import org.jspecify.annotations.NullMarked;
