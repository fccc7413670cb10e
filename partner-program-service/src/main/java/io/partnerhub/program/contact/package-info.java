/**
 * How people are written to: one spelling per address.
 */
@NullMarked
package io.partnerhub.program.contact;

import org.jspecify.annotations.NullMarked;
