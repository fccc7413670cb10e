package io.partnerhub.coupon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** How the three lists of the vendor-compatible face are narrowed. */
@CouponTest
class VendorFiltersTests {

	private static final String QUOTAS = "/v2/partners/coupon-quotas/query";

	private static final String COUPONS = "/v2/promotions/benefits/partner-coupons";

	private static final String RECORDS = COUPONS + "/records/query";

	private static final Instant END = MovableClock.START.plus(Duration.ofDays(30));

	private final A.Partner partner = A.partner();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@BeforeEach
	void aVoucherAsLongAsItsQuota() {
		UUID customer = Ids.next();
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(customer, 1, AssociationType.RESALE));
		String quota = this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "100.00"))
			.expect(201)
			.text("/id");
		key().post(COUPONS, Map.of("quota_id", quota, "customer_ids", List.of(customer), "face_value", 1)).expect(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "create_time", "effective_time", "expire_time" })
	void leavesOutVouchersOnTheBounds(String time) {
		Instant moment = moment(time);
		assertThat(count(COUPONS + "?" + time + "_begin=" + moment)).isZero();
		assertThat(count(COUPONS + "?" + time + "_begin=" + moment.minusSeconds(1))).isOne();
		assertThat(count(COUPONS + "?" + time + "_end=" + moment)).isZero();
		assertThat(count(COUPONS + "?" + time + "_end=" + moment.plusSeconds(1))).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "create_time", "effective_time", "expire_time" })
	void leavesOutQuotasOnTheBounds(String time) {
		Instant moment = moment(time);
		assertThat(quotas(time + "_begin", moment)).isZero();
		assertThat(quotas(time + "_begin", moment.minusSeconds(1))).isOne();
		assertThat(quotas(time + "_end", moment)).isZero();
		assertThat(quotas(time + "_end", moment.plusSeconds(1))).isOne();
	}

	@Test
	void leavesOutRecordsOnTheBounds() {
		Instant moment = MovableClock.START;
		assertThat(count(RECORDS + "?operation_time_begin=" + moment)).isZero();
		assertThat(count(RECORDS + "?operation_time_begin=" + moment.minusSeconds(1))).isOne();
		assertThat(count(RECORDS + "?operation_time_end=" + moment)).isZero();
		assertThat(count(RECORDS + "?operation_time_end=" + moment.plusSeconds(1))).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "operation_types=", "coupon_ids=", "operation_types=&operation_types=1", "quota_type=",
			"quota_type=0" })
	void takesAnEmptyFilterAsNone(String query) {
		assertThat(count(RECORDS + "?" + query)).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "quota_type=7", "quota_type=x", "quota_type=1&operation_time_begin=yesterday" })
	void refusesRecordFiltersItCannotRead(String query) {
		key().get(RECORDS + "?" + query).refused(400, "CBC.0100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"quota_ids\":[null]}", "{\"quota_type\":7}",
			"{\"quota_type\":1,\"create_time_begin\":\"yesterday\"}" })
	void refusesQuotaFiltersItCannotRead(String query) {
		key().post(QUOTAS, query).refused(400, "CBC.0100");
	}

	@Test
	void keepsVouchersAndCashCouponsApart() {
		assertThat(count(RECORDS + "?quota_type=1")).isZero();
		assertThat(count(COUPONS + "?coupon_type=4")).isZero();
		assertThat(count(COUPONS + "?coupon_type=1")).isOne();
		assertThat(count(COUPONS + "?coupon_type=")).isOne();
	}

	private static Instant moment(String time) {
		return time.equals("expire_time") ? END : MovableClock.START;
	}

	private int count(String path) {
		return key().get(path).expect(200).json().at("/total_count").asInt();
	}

	private int quotas(String filter, Instant moment) {
		return key().post(QUOTAS, Map.of(filter, moment)).expect(200).json().at("/total_count").asInt();
	}

	private HubClient.As key() {
		return this.client.as(this.partner.key());
	}

}
