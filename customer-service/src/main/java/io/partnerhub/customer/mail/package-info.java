/**
 * Mail that leaves after the commit, and keeps trying.
 */
@NullMarked
package io.partnerhub.customer.mail;

import org.jspecify.annotations.NullMarked;
