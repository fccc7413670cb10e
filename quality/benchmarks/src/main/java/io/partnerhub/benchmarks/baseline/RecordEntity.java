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

/** Who issued which voucher. */
@Entity
@Table(name = "operation_record")
@SuppressWarnings("NullAway.Init")
class RecordEntity implements Persistable<UUID> {

	@Id
	UUID id;

	@Column(name = "coupon_type")
	String couponType;

	@Column(name = "partner_id")
	UUID partnerId;

	@Column(name = "owner_partner_id")
	UUID ownerPartnerId;

	@Column(name = "operation_type")
	short operationType;

	@Column(name = "quota_id")
	UUID quotaId;

	@Column(name = "coupon_id")
	UUID couponId;

	@Column(name = "customer_id")
	UUID customerId;

	int epoch;

	@Column(name = "amount_minor")
	long amountMinor;

	boolean succeeded;

	String operator;

	Instant at;

	@Transient
	private boolean fresh;

	static RecordEntity of(CouponEntity coupon, String operator) {
		RecordEntity entry = new RecordEntity();
		entry.fresh = true;
		entry.id = Ids.next();
		entry.couponType = coupon.type;
		entry.partnerId = coupon.partnerId;
		entry.ownerPartnerId = coupon.ownerPartnerId;
		entry.operationType = 1;
		entry.quotaId = coupon.quotaId;
		entry.couponId = coupon.id;
		entry.customerId = coupon.customerId;
		entry.epoch = coupon.epoch;
		entry.amountMinor = coupon.faceMinor;
		entry.succeeded = true;
		entry.operator = operator;
		entry.at = coupon.createdAt;
		return entry;
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
