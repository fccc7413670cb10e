/**
 * What an account check found, in the one form that every check of this service answers
 * with.
 */
@NullMarked
package io.partnerhub.customer.check;

import org.jspecify.annotations.NullMarked;
