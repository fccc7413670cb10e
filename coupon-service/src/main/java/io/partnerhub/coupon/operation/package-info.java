/**
 * Long work (长任务) as a resource: accepted with 202, done in chunks that survive any
 * crash, with its progress to be asked for.
 */
@NullMarked
package io.partnerhub.coupon.operation;

import org.jspecify.annotations.NullMarked;
