/**
 * Demo data: partners, people, keys and a customer, made through the hub's own interface
 * as an integrator would.
 */
@NullMarked
package io.partnerhub.localhub.demo;

import org.jspecify.annotations.NullMarked;
