/**
 * What tests of services share: a real PostgreSQL, a clock they move, callers they
 * choose, events they read.
 */
package io.partnerhub.platform.testkit;
