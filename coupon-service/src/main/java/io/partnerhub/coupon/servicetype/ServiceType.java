package io.partnerhub.coupon.servicetype;

import org.jspecify.annotations.Nullable;

/**
 * A service type in one language.
 *
 * @param code such as {@code hws.service.type.ec2}
 * @param abbreviation short name, if it has one
 */
record ServiceType(String code, String name, @Nullable String abbreviation) {
}
