package io.partnerhub.acceptance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import com.huaweicloud.sdk.bss.v2.model.CouponQuotaV2;
import com.huaweicloud.sdk.bss.v2.model.CouponRecordV2;
import com.huaweicloud.sdk.bss.v2.model.CreatePartnerCouponsReq;
import com.huaweicloud.sdk.bss.v2.model.CreatePartnerCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.IQueryUserCouponsResultV2;
import com.huaweicloud.sdk.bss.v2.model.IQueryUserPartnerCouponsResultV2;
import com.huaweicloud.sdk.bss.v2.model.ListIssuedPartnerCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListIssuedPartnerCouponsResponse;
import com.huaweicloud.sdk.bss.v2.model.ListPartnerCouponsRecordRequest;
import com.huaweicloud.sdk.bss.v2.model.ListQuotaCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomerCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomerCouponsResponse;
import com.huaweicloud.sdk.bss.v2.model.QueryCouponQuotasReqExt;
import com.huaweicloud.sdk.bss.v2.model.ReclaimPartnerCouponsReq;
import com.huaweicloud.sdk.bss.v2.model.ReclaimPartnerCouponsRequest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The vendor's own SDK reads vouchers and cash coupons: with the key of whom they were
 * given to, and with that of the government-subsidy partner who gave them.
 */
class VendorSdkCouponsTests {

	private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z";

	private final RunningHub hub = RunningHub.shared();

	@Test
	@Tag("CSH-14")
	void showsACustomerWhatHeReceived() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("100.00").issue("12.30");
		VendorSdk own = customer(relation);
		ListSubCustomerCouponsResponse all = own
			.ask((client) -> client.listSubCustomerCoupons(new ListSubCustomerCouponsRequest()));
		assertThat(all.getCount()).isOne();
		IQueryUserCouponsResultV2 voucher = all.getUserCoupons().getFirst();
		assertThat(voucher.getCouponId()).isEqualTo(relation.voucherId());
		assertThat(voucher.getCustomerId()).isEqualTo(relation.customerId());
		assertThat(voucher.getSourceId()).isEqualTo(relation.partnerId());
		assertThat(List.of(voucher.getStatus(), voucher.getCouponType(), voucher.getMeasureId(), voucher.getMediaType(),
				voucher.getFetchMethod(), voucher.getCouponVersion()))
			.containsExactly(2, 1, 1, 1, 3, 2);
		assertThat(voucher.getFaceValue()).isEqualTo(12.3);
		assertThat(voucher.getBalance()).isEqualTo(12.3);
		assertThat(voucher.getCurrency() + voucher.getIsFrozen()).isEqualTo("CNY0");
		assertThat(voucher.getValidTime()).isEqualTo("1970-01-01T00:00:00Z");
		assertThat(voucher.getExpireTime()).matches(TIME);
		assertThat(voucher.getReserveTime()).isNull();
		assertThat(voucher.getOrderId()).isNull();
		assertThat(own.answer())
			.contains("\"face_value\":12.30", "\"coupon_type\":1", "\"is_frozen\":\"0\"", "\"source_id\":",
					"\"valid_time\":", "\"count\":1")
			.doesNotContain("total_count", "effective_time", "last_used_time");
	}

	@Test
	void findsReceivedCouponsByTheirFilters() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("100.00").issue("1.00").issue("2.00");
		VendorSdk own = customer(relation);
		assertThat(count(own, new ListSubCustomerCouponsRequest().withCouponId(relation.voucherId()))).isOne();
		assertThat(count(own, new ListSubCustomerCouponsRequest().withSourceId(relation.partnerId()).withCouponType(1)))
			.isEqualTo(2);
		for (ListSubCustomerCouponsRequest none : List.of(new ListSubCustomerCouponsRequest().withCouponType(4),
				new ListSubCustomerCouponsRequest().withCouponType(2),
				new ListSubCustomerCouponsRequest().withStatus(3),
				new ListSubCustomerCouponsRequest().withOrderId("CS1"),
				new ListSubCustomerCouponsRequest().withSourceId(Ids.next().toString()),
				new ListSubCustomerCouponsRequest().withPromotionPlanId("plan"),
				new ListSubCustomerCouponsRequest().withActiveStartTime("2999-01-01T00:00:00Z"))) {
			assertThat(count(own, none)).as(none.toString()).isZero();
		}
		ListSubCustomerCouponsResponse second = own.ask((client) -> client
			.listSubCustomerCoupons(new ListSubCustomerCouponsRequest().withOffset(1).withLimit(1)));
		assertThat(second.getCount()).isEqualTo(2);
		assertThat(second.getUserCoupons()).extracting(IQueryUserCouponsResultV2::getFaceValue).containsExactly(1.0);
		for (ListSubCustomerCouponsRequest bad : List.of(new ListSubCustomerCouponsRequest().withOffset(1),
				new ListSubCustomerCouponsRequest().withLimit(101),
				new ListSubCustomerCouponsRequest().withCouponType(5),
				new ListSubCustomerCouponsRequest().withActiveEndTime("yesterday"))) {
			assertThat(own.refused((client) -> client.listSubCustomerCoupons(bad))).as(bad.toString())
				.isEqualTo("400 CBC.0100");
		}
	}

	@Test
	@Tag("REC-03")
	void forgetsReclaimedCouponsAndFindsNoneForPartners() throws Exception {
		Relation relation = new Relation(this.hub).begin("RESALE").grantQuota("10.00").issue("4.00");
		VendorSdk partner = VendorSdk.of(this.hub, "DISTRIBUTOR");
		assertThat(count(partner, new ListSubCustomerCouponsRequest())).isZero();
		assertThat(count(partner, new ListSubCustomerCouponsRequest().withIndirectPartnerId(reseller()))).isZero();
		assertThat(partner.refused((client) -> client
			.listSubCustomerCoupons(new ListSubCustomerCouponsRequest().withIndirectPartnerId(Ids.next().toString()))))
			.isEqualTo("400 CBC.99000037");
		assertThat(VendorSdk.of(this.hub, "RESELLER")
			.refused((client) -> client.listSubCustomerCoupons(new ListSubCustomerCouponsRequest())))
			.isEqualTo("403 CBC.0151");
		partner.calls()
			.reclaimPartnerCoupons(new ReclaimPartnerCouponsRequest()
				.withBody(new ReclaimPartnerCouponsReq().withCouponId(relation.voucherId())));
		assertThat(count(customer(relation), new ListSubCustomerCouponsRequest())).isZero();
	}

	@Test
	@Tag("CSH-01")
	@Tag("CSH-14")
	void tellsOfCashCouponsAndTheirQuotas() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		String account = subsidy.account(Subsidy.ENTITY, null);
		subsidy.list(account).expect(200);
		String quota = subsidy.quota("50.00", true);
		String coupon = subsidy.coupon(quota, "20.50", subsidy.id(account));

		VendorSdk sdk = subsidy.sdk();
		CouponQuotaV2 held = quotas(sdk, 1).getFirst();
		assertThat(held.getQuotaId()).isEqualTo(quota);
		assertThat(held.getQuotaType()).isOne();
		assertThat(held.getBalance()).isEqualByComparingTo("29.50");
		assertThat(sdk.answer()).contains("\"quota_type\":1", "\"balance\":29.50", "\"quota_value\":50.00");
		assertThat(quotas(sdk, 0)).isEmpty();

		ListIssuedPartnerCouponsResponse issued = sdk.calls()
			.listIssuedPartnerCoupons(new ListIssuedPartnerCouponsRequest().withCouponType(4));
		assertThat(issued.getTotalCount()).isOne();
		IQueryUserPartnerCouponsResultV2 given = issued.getUserCoupons().getFirst();
		assertThat(given.getCouponId()).isEqualTo(coupon);
		assertThat(given.getCouponType()).isEqualTo(4);
		assertThat(given.getFaceValue()).isEqualByComparingTo("20.50");
		assertThat(given.getEffectiveTime()).isEqualTo("1970-01-01T00:00:00Z");
		assertThat(sdk.answer()).contains("\"face_value\":20.50", "\"effective_time\":").doesNotContain("valid_time");
		assertThat(sdk.calls()
			.listIssuedPartnerCoupons(new ListIssuedPartnerCouponsRequest().withCouponType(1))
			.getTotalCount()).isZero();
		assertRecorded(sdk, quota, coupon);
	}

	@Test
	@Tag("CSH-02")
	void issuesAndReclaimsCashCouponsByTheFrontEndOnly() throws Exception {
		Subsidy subsidy = new Subsidy(this.hub);
		String account = subsidy.account(null, null);
		subsidy.list(account).expect(200);
		String quota = subsidy.quota("50.00", false);
		String coupon = subsidy.coupon(quota, "20.00", subsidy.id(account));
		VendorSdk sdk = subsidy.sdk();
		assertThat(sdk.refused((client) -> client.createPartnerCoupons(
				new CreatePartnerCouponsRequest().withBody(new CreatePartnerCouponsReq().withQuotaId(quota)
					.withCustomerIds(List.of(subsidy.id(account)))
					.withFaceValue(BigDecimal.ONE)))))
			.isEqualTo("400 CBC.99000025");
		assertThat(sdk.refused((client) -> client.reclaimPartnerCoupons(
				new ReclaimPartnerCouponsRequest().withBody(new ReclaimPartnerCouponsReq().withCouponId(coupon)))))
			.isEqualTo("400 CBC.99000035");
		assertThat(sdk.refused((client) -> client
			.listQuotaCoupons(new ListQuotaCouponsRequest().withBody(new QueryCouponQuotasReqExt().withQuotaType(2)))))
			.isEqualTo("400 CBC.0100");
		assertThat(subsidy.state(coupon)).isEqualTo("AVAILABLE");
	}

	private static void assertRecorded(VendorSdk sdk, String quota, String coupon) {
		List<CouponRecordV2> records = sdk.calls()
			.listPartnerCouponsRecord(new ListPartnerCouponsRecordRequest().withQuotaType(1).withQuotaId(quota))
			.getRecords();
		assertThat(records).extracting(CouponRecordV2::getOperationType).containsExactly("1");
		assertThat(records.getFirst().getCouponId()).isEqualTo(coupon);
		assertThat(records.getFirst().getQuotaType()).isOne();
		assertThat(records.getFirst().getOperationAmount()).isEqualByComparingTo("20.50");
		assertThat(records.getFirst().getResult()).isEqualTo("0");
		assertThat(sdk.answer()).contains("\"operation_type\":\"1\"", "\"quota_type\":1", "\"operation_amount\":20.50");
	}

	private static List<CouponQuotaV2> quotas(VendorSdk sdk, int type) {
		return sdk.calls()
			.listQuotaCoupons(new ListQuotaCouponsRequest().withBody(new QueryCouponQuotasReqExt().withQuotaType(type)))
			.getQuotas();
	}

	private static int count(VendorSdk sdk, ListSubCustomerCouponsRequest request) {
		return sdk.ask((client) -> client.listSubCustomerCoupons(request).getCount());
	}

	private String reseller() {
		return this.hub.as("RESELLER_ADMIN_TOKEN").get("/api/v1/partners/me").text("/id");
	}

	/** With a key the vendor makes for the customer's own account. */
	private VendorSdk customer(Relation relation) {
		Answer key = this.hub.as("VENDOR_TOKEN")
			.post("/api/v1/vendor/credentials", Map.of("customerId", relation.customerId()))
			.expect(201);
		return new VendorSdk(this.hub, key.text("/accessKey"), key.text("/secretKey"));
	}

}
