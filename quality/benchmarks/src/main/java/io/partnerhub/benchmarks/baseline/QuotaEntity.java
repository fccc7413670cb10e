package io.partnerhub.benchmarks.baseline;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A quota that vouchers are taken from (VOU-04). */
@Entity
@Table(name = "quota")
@SuppressWarnings("NullAway.Init")
class QuotaEntity {

	@Id
	UUID id;

	@Column(name = "partner_id")
	UUID partnerId;

	@Column(name = "owner_partner_id")
	UUID ownerPartnerId;

	String state;

	@Column(name = "available_minor")
	long availableMinor;

	@Column(name = "live_minor")
	long liveMinor;

	@Column(name = "effective_at")
	Instant effectiveAt;

	@Column(name = "expires_at")
	Instant expiresAt;

	@Column(name = "updated_at")
	Instant updatedAt;

}
