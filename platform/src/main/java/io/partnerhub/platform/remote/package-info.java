/**
 * Asking another service without waiting for ever and without guessing, and instructing
 * somebody outside once though he may not answer.
 */
@NullMarked
package io.partnerhub.platform.remote;

import org.jspecify.annotations.NullMarked;
