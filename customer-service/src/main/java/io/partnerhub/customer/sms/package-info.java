/**
 * Text messages: the port, and the adapter that hands them to a mail gateway.
 */
@NullMarked
package io.partnerhub.customer.sms;

import org.jspecify.annotations.NullMarked;
