package io.partnerhub.benchmarks.baseline;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** A voucher of a customer (VOU-02). */
@Entity
@Table(name = "coupon")
@SuppressWarnings("NullAway.Init")
class CouponEntity implements Persistable<UUID> {

	@Id
	UUID id;

	String type;

	@Column(name = "partner_id")
	UUID partnerId;

	@Column(name = "owner_partner_id")
	UUID ownerPartnerId;

	@Column(name = "quota_id")
	UUID quotaId;

	@Column(name = "customer_id")
	UUID customerId;

	int epoch;

	@Column(name = "association_type")
	String associationType;

	@Column(name = "face_minor")
	long faceMinor;

	@Column(name = "balance_minor")
	long balanceMinor;

	@Column(name = "minimum_minor")
	long minimumMinor;

	@Column(name = "effective_at")
	Instant effectiveAt;

	@Column(name = "expires_at")
	Instant expiresAt;

	@Column(name = "created_at")
	Instant createdAt;

	@Transient
	private boolean fresh;

	static CouponEntity of(QuotaEntity quota, CustomerEntity customer, long face, Instant now) {
		CouponEntity coupon = new CouponEntity();
		coupon.fresh = true;
		coupon.id = Ids.next();
		coupon.type = "VOUCHER";
		coupon.partnerId = quota.partnerId;
		coupon.ownerPartnerId = quota.ownerPartnerId;
		coupon.quotaId = quota.id;
		coupon.customerId = customer.id;
		coupon.epoch = customer.epoch;
		coupon.associationType = customer.associationType;
		coupon.faceMinor = face;
		coupon.balanceMinor = face;
		coupon.effectiveAt = quota.effectiveAt;
		coupon.expiresAt = quota.expiresAt;
		coupon.createdAt = now;
		return coupon;
	}

	@Override
	public UUID getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.fresh;
	}

}
