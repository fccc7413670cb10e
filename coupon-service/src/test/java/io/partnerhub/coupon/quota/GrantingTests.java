package io.partnerhub.coupon.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.contracts.QuotaEvent.QuotaAdjusted;
import io.partnerhub.contracts.QuotaEvent.QuotaGranted;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor grants quotas with limits, and changes what it granted. */
@CouponTest
class GrantingTests {

	private static final String VOUCHERS = "/api/v1/vendor/voucher-quotas";

	private static final String CASH = "/api/v1/vendor/cash-coupon-quotas";

	private static final Instant END = MovableClock.START.plus(Duration.ofDays(30));

	private final A.Partner partner = A.partner();

	private final UUID customer = Ids.next();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private Announced announced;

	@BeforeEach
	void aPartner() {
		this.hears.event(this.partner.registered());
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.announced.next();
	}

	@Test
	void grantsWithEveryLimit() {
		Map<String, Object> limits = Map.ofEntries(Map.entry("serviceTypes", List.of("ecs")),
				Map.entry("excludedServiceTypes", List.of("obs")), Map.entry("productIds", List.of("p1")),
				Map.entry("excludedProductIds", List.of("p2")), Map.entry("regions", List.of("cn-north-4")),
				Map.entry("orderTypes", List.of("NEW")), Map.entry("billingModes", List.of("SUBSCRIPTION")),
				Map.entry("minimumOrderAmount", A.money("5.00")), Map.entry("maximumOrderAmount", A.money("500.00")),
				Map.entry("firstOrderOnly", true), Map.entry("withoutDiscount", true), Map.entry("usageTimes", 1),
				Map.entry("namedCustomers", List.of(this.customer)), Map.entry("strictSelectedOnly", true),
				Map.entry("couponsPerCustomer", 3));
		String id = grant(limits).expect(201).text("/id");
		HubClient.Answer shown = admin().get("/api/v1/voucher-quotas/" + id).expect(200);
		assertThat(shown.json().at("/limits").propertyNames()).containsExactlyInAnyOrderElementsOf(limits.keySet());
		assertThat(shown.json().at("/allowedActions").valueStream().map((action) -> action.asString()))
			.containsExactly("ISSUE", "PASS_ON");
		HubClient.Answer wire = this.client.as(this.partner.key())
			.post("/v2/partners/coupon-quotas/query", Map.of("quota_ids", List.of(id)))
			.expect(200);
		assertThat(wire.json().at("/quotas/0/limit_infos")).hasSize(16);
		assertThat(this.announced.next(QuotaGranted.class)).singleElement()
			.returns(CouponType.VOUCHER, QuotaGranted::type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"usageTimes\":-1}", "{\"usageTimes\":1001}", "{\"couponsPerCustomer\":10001}",
			"{\"serviceTypes\":[\"\"]}", "{\"orderTypes\":[\"RENT\"]}", "{\"maxDeductionRatio\":0.5}",
			"{\"maxDeductionRatio\":0}", "{\"maxDeductionRatio\":1.1}", "{\"unknown\":1}",
			"{\"serviceTypes\":[\"a\"],\"excludedServiceTypes\":[\"a\"]}",
			"{\"minimumOrderAmount\":{\"amount\":\"-1.00\",\"currency\":\"CNY\"}}",
			"{\"minimumOrderAmount\":{\"amount\":\"2.00\",\"currency\":\"CNY\"},\"maximumOrderAmount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}" })
	void refusesLimitsThatAreNone(String limits) {
		assertThat(vendor().post(VOUCHERS,
				"{\"partnerId\":\"%s\",\"value\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"effectiveAt\":\"%s\",\"expiresAt\":\"%s\",\"limits\":%s}"
					.formatted(this.partner.id(), MovableClock.START, END, limits))
			.status()).isEqualTo(400);
	}

	@Test
	@Tag("I-11")
	void refusesOtherCurrencies() {
		Map<String, Object> grant = new HashMap<>(A.grant(this.partner, "1.00"));
		grant.put("value", Map.of("amount", "1.00", "currency", "USD"));
		assertThat(vendor().post(VOUCHERS, grant).status()).isEqualTo(400);
	}

	@Test
	void grantsCashCouponsToGovernmentSubsidyPartnersOnly() {
		A.Partner subsidy = A.subsidyPartner();
		this.hears.event(subsidy.registered());
		vendor().post(CASH, A.grant(this.partner, "1.00")).refused(409, "QUOTA_NOT_FOR_PARTNER_TYPE");
		Map<String, Object> grant = new HashMap<>(A.grant(subsidy, "10.00"));
		grant.put("invoiceToCouponUser", true);
		vendor().post(CASH, grant).refused(400, "INVALID_REQUEST");
		grant.put("signingEntity", "HWC");
		grant.put("limits", Map.of("maxDeductionRatio", 0.5));
		HubClient.Answer granted = vendor().post(CASH, grant).expect(201);
		assertThat(granted.text("/type") + granted.text("/signingEntity")).isEqualTo("CASH_COUPONHWC");
		assertThat(vendor().get("/api/v1/vendor/quotas?type=CASH_COUPON&partnerId=" + subsidy.id())
			.expect(200)
			.json()
			.at("/items")).hasSize(1);
	}

	@Test
	@Tag("I-01")
	void raisesAndWithdrawsWhatIsNotIssued() {
		String id = grant(Map.of()).expect(201).text("/id");
		issue(id, "60.00");
		adjust(id, 1, Map.of("raiseBy", A.money("20.00"))).expect(200);
		adjust(id, 2, Map.of("withdraw", A.money("60.01"))).refused(409, "QUOTA_BALANCE_INSUFFICIENT");
		HubClient.Answer adjusted = adjust(id, 2, Map.of("withdraw", A.money("60.00"))).expect(200);
		assertThat(adjusted.text("/value/amount") + adjusted.text("/balance/amount")
				+ adjusted.text("/withdrawn/amount") + adjusted.text("/live/amount"))
			.isEqualTo("120.000.0060.0060.00");
		assertThat(this.announced.next(QuotaAdjusted.class)).last()
			.returns("0.00", (event) -> event.balance().amount())
			.returns("NORMAL", QuotaAdjusted::state);
	}

	@Test
	void asksForThePresentVersion() {
		String id = grant(Map.of()).expect(201).text("/id");
		vendor().post(path(id), Map.of("state", "FROZEN")).refused(428, "IF_MATCH_REQUIRED");
		issue(id, "1.00");
		adjust(id, 1, Map.of("state", "FROZEN")).expect(200);
		adjust(id, 1, Map.of("state", "NORMAL")).refused(412, "STALE");
		assertThat(vendor().get("/api/v1/vendor/quotas/" + id).expect(200).header("ETag")).isEqualTo("\"2\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ADJUSTING", "FROZEN", "INVALID" })
	@Tag("VOU-01")
	void issuesNothingWhileTheVendorHoldsTheQuota(String state) {
		String id = grant(Map.of()).expect(201).text("/id");
		adjust(id, 1, Map.of("state", state)).expect(200);
		admin().post("/api/v1/vouchers", A.issue(id, "1.00", this.customer)).refused(409, "QUOTA_NOT_USABLE");
		assertThat(admin().get("/api/v1/voucher-quotas?state=" + state).json().at("/items")).hasSize(1);
		assertThat(admin().get("/api/v1/voucher-quotas?state=NORMAL").json().at("/items")).isEmpty();
		adjust(id, 2, Map.of("state", "NORMAL")).expect(200);
		issue(id, "1.00");
	}

	@Test
	@Tag("I-11")
	void leavesNoLiveCouponOutsideTheValidity() {
		String id = grant(Map.of()).expect(201).text("/id");
		issue(id, "1.00");
		adjust(id, 1, Map.of("expiresAt", END.minusSeconds(1))).refused(409, "QUOTA_VALIDITY_IN_USE");
		adjust(id, 1, Map.of("effectiveAt", MovableClock.START.plusSeconds(1))).refused(409, "QUOTA_VALIDITY_IN_USE");
		adjust(id, 1, Map.of("expiresAt", MovableClock.START)).refused(400, "INVALID_REQUEST");
		adjust(id, 1, Map.of("expiresAt", END.plusSeconds(1))).expect(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"state\":\"RECLAIMED\"}",
			"{\"raiseBy\":{\"amount\":\"1.00\",\"currency\":\"CNY\"},\"withdraw\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}" })
	void refusesAdjustmentsThatSayNothing(String adjustment) {
		String id = grant(Map.of()).expect(201).text("/id");
		adjust(id, 1, adjustment).refused(400, "INVALID_REQUEST");
	}

	@Test
	@Tag("I-01")
	void explainsEveryPartLineByLine() {
		String id = grant(Map.of()).expect(201).text("/id");
		issue(id, "60.00");
		adjust(id, 1, Map.of("withdraw", A.money("15.00"))).expect(200);
		String path = "/api/v1/voucher-quotas/" + id + "/statement";
		HubClient.Answer first = admin().get(path + "?limit=2").expect(200);
		assertThat(first.text("/items/0/kind") + first.text("/items/0/balance/amount")).isEqualTo("WITHDRAWN25.00");
		assertThat(first.text("/items/1/source") + first.text("/items/1/target")).isEqualTo("AVAILABLELIVE");
		HubClient.Answer rest = admin().get(path + "?limit=2&cursor=" + first.text("/nextCursor")).expect(200);
		assertThat(rest.json().at("/items")).hasSize(1);
		assertThat(rest.text("/items/0/sequence") + rest.text("/items/0/kind")).isEqualTo("1GRANTED");
		assertThat(rest.text("/nextCursor")).isEmpty();
		this.client.as(A.partner().administrator()).get(path).refused(404, "QUOTA_NOT_FOUND");
	}

	private static String path(String id) {
		return "/api/v1/vendor/quotas/" + id + "/adjustments";
	}

	private HubClient.Answer grant(Map<String, Object> limits) {
		Map<String, Object> grant = new HashMap<>(A.grant(this.partner, "100.00"));
		grant.put("limits", limits);
		return vendor().post(VOUCHERS, grant);
	}

	private HubClient.Answer adjust(String id, int version, Object adjustment) {
		return vendor().with("If-Match", "\"" + version + "\"").post(path(id), adjustment);
	}

	private void issue(String quota, String face) {
		admin().post("/api/v1/vouchers", A.issue(quota, face, this.customer)).expect(201);
	}

	private HubClient.As admin() {
		return this.client.as(this.partner.administrator());
	}

	private HubClient.As vendor() {
		return this.client.as(Caller.vendor("operator"));
	}

}
