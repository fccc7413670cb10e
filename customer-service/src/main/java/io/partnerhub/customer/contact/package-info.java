/**
 * How people are written to: one spelling per address.
 */
@NullMarked
package io.partnerhub.customer.contact;

import org.jspecify.annotations.NullMarked;
