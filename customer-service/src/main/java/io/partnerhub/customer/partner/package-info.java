/**
 * What this service knows of partners, heard from partner-program-service.
 */
@NullMarked
package io.partnerhub.customer.partner;

import org.jspecify.annotations.NullMarked;
