/**
 * The services and the gateway as parts of a local hub: all in this process, or each in a
 * process of its own.
 */
@NullMarked
package io.partnerhub.localhub.service;

import org.jspecify.annotations.NullMarked;
