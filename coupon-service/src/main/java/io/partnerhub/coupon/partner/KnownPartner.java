package io.partnerhub.coupon.partner;

import java.util.UUID;

import io.partnerhub.contracts.PartnerType;

/** A partner: the tenant it belongs to, and what it is. */
public record KnownPartner(UUID partnerId, UUID ownerPartnerId, PartnerType type, String name) {
}
