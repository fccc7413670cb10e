/**
 * What the vendor's incentive policies say of its products, month by month (INC-11).
 */
@NullMarked
package io.partnerhub.program.incentivepolicy;

import org.jspecify.annotations.NullMarked;
