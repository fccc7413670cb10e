package io.partnerhub.acceptance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.AdjustAccountReq;
import com.huaweicloud.sdk.bss.v2.model.CouponRecordV2;
import com.huaweicloud.sdk.bss.v2.model.CouponSimpleInfo;
import com.huaweicloud.sdk.bss.v2.model.CreateCustomerV2Req;
import com.huaweicloud.sdk.bss.v2.model.CreatePartnerCouponsReq;
import com.huaweicloud.sdk.bss.v2.model.CreatePartnerCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.CreatePartnerCouponsResponse;
import com.huaweicloud.sdk.bss.v2.model.CreateSubCustomerRequest;
import com.huaweicloud.sdk.bss.v2.model.CreateSubCustomerResponse;
import com.huaweicloud.sdk.bss.v2.model.CustomerInformation;
import com.huaweicloud.sdk.bss.v2.model.ErrorDetail;
import com.huaweicloud.sdk.bss.v2.model.IQueryUserPartnerCouponsResultV2;
import com.huaweicloud.sdk.bss.v2.model.ListIssuedPartnerCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListPartnerBalancesRequest;
import com.huaweicloud.sdk.bss.v2.model.ListPartnerCouponsRecordRequest;
import com.huaweicloud.sdk.bss.v2.model.ListPartnerCouponsRecordResponse;
import com.huaweicloud.sdk.bss.v2.model.ListQuotaCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListQuotaCouponsResponse;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomerNewTagReq;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomerNewTagRequest;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomersRequest;
import com.huaweicloud.sdk.bss.v2.model.ListSubCustomersResponse;
import com.huaweicloud.sdk.bss.v2.model.NewCustomerTagItem;
import com.huaweicloud.sdk.bss.v2.model.QueryCouponQuotasReqExt;
import com.huaweicloud.sdk.bss.v2.model.QuerySubCustomerListReq;
import com.huaweicloud.sdk.bss.v2.model.ReclaimPartnerCouponsReq;
import com.huaweicloud.sdk.bss.v2.model.ReclaimPartnerCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.ReclaimToPartnerAccountBalancesReq;
import com.huaweicloud.sdk.bss.v2.model.ReclaimToPartnerAccountRequest;
import com.huaweicloud.sdk.bss.v2.model.UpdateCustomerAccountAmountRequest;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

/**
 * The vendor's own SDK, as it is, against the gateway: typed content and typed errors.
 */
class VendorSdkTests {

	private final RunningHub hub = RunningHub.shared();

	private final BssClient sdk = client(this.hub.env("DISTRIBUTOR_AK"), this.hub.env("DISTRIBUTOR_SK"));

	@Test
	@Tag("INV-11")
	void createsAndListsCustomers() {
		String name = "sdk" + Ids.next().toString().substring(28);
		CreateSubCustomerResponse created = create(name, null);
		assertThat(created.getDomainName()).isEqualTo(name);
		CustomerInformation listed = listed(created.getDomainId());
		assertThat(listed.getAccountName()).isEqualTo(name);
		assertThat(listed.getAssociationType()).isEqualTo("2");
		assertThat(listed.getAssociatedOn()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
		assertThat(refused((client) -> client.createSubCustomer(
				new CreateSubCustomerRequest().withBody(customer(name).withXaccountId(Ids.next().toString())))))
			.isEqualTo("400 CBC.99000038");
	}

	@Test
	@Tag("X-10")
	void findsCustomersByTheirFilters() {
		String name = "sdk" + Ids.next().toString().substring(28);
		String id = create(name, "1").getDomainId();
		QuerySubCustomerListReq filter = new QuerySubCustomerListReq()
			.withAccountName(name.substring(2).toUpperCase(Locale.ROOT))
			.withAssociationType("1")
			.withAssociatedOnBegin("2020-01-01T00:00:00Z")
			.withLabel("");
		ListSubCustomersResponse found = this.sdk
			.listSubCustomers(new ListSubCustomersRequest().withBody(filter.withOffset(0).withLimit(100)));
		assertThat(found.getCount()).isOne();
		assertThat(found.getCustomerInfos().getFirst().getCustomerId()).isEqualTo(id);
		assertThat(refused((client) -> client
			.listSubCustomers(new ListSubCustomersRequest().withBody(filter.withAssociatedOnBegin("")))))
			.isEqualTo("400 CBC.0100");
	}

	@Test
	@Tag("CUS-02")
	void tellsWhomTheVendorCountsAsNew() {
		String name = "sdk" + Ids.next().toString().substring(28);
		String id = create(name, null).getDomainId();
		ListSubCustomerNewTagReq query = new ListSubCustomerNewTagReq()
			.withCustomerIds(List.of(id, Ids.next().toString()));
		ListSubCustomerNewTagRequest request = new ListSubCustomerNewTagRequest().withBody(query);
		NewCustomerTagItem untold = this.sdk.listSubCustomerNewTag(request).getNewCustomerTags().getFirst();
		assertThat(untold.getCustomerId()).isEqualTo(id);
		assertThat(untold.getCustomerTagType()).isEqualTo("SMB");
		assertThat(untold.getNewCustomerTag()).isEmpty();
		this.hub.as("VENDOR_TOKEN")
			.post("/api/v1/vendor/customer-facts",
					Map.of("facts", List.of(Map.of("accountName", name, "asOf", Instant.now(), "verifiedStatus", 2,
							"newCustomerTag", Map.of("value", "Y", "effective", "2020-01", "expires", "2999-12")))))
			.expect(200);
		List<NewCustomerTagItem> told = this.sdk.listSubCustomerNewTag(request).getNewCustomerTags();
		assertThat(told).extracting(NewCustomerTagItem::getNewCustomerTag).containsExactly("Y");
		assertThat(told.getFirst().getEffectiveTime()).isEqualTo("2020-01");
		assertThat(told.getFirst().getExpireTime()).isEqualTo("2999-12");
		assertThat(refused((client) -> client
			.listSubCustomerNewTag(new ListSubCustomerNewTagRequest().withBody(query.withLimit(201)))))
			.isEqualTo("400 CBC.0100");
	}

	@Test
	@Tag("VOU-04")
	@Tag("REC-05")
	void issuesListsAndReclaimsVouchers() {
		String quota = new Relation(this.hub).grantQuota("100.00").quotaId();
		String customer = create(null, null).getDomainId();
		ListQuotaCouponsResponse quotas = this.sdk.listQuotaCoupons(
				new ListQuotaCouponsRequest().withBody(new QueryCouponQuotasReqExt().withQuotaIds(List.of(quota))));
		assertThat(quotas.getTotalCount()).isOne();
		assertThat(quotas.getQuotas().getFirst().getBalance()).isEqualByComparingTo("100.00");
		assertThat(quotas.getQuotas().getFirst().getQuotaStatus()).isZero();

		CreatePartnerCouponsResponse issued = issue(quota, "40.00", customer, Ids.next().toString());
		assertThat(issued.getErrorDetails()).extracting(ErrorDetail::getErrorCode).containsExactly("CBC.99000035");
		assertThat(issued.getCouponInfos()).extracting(CouponSimpleInfo::getId).containsExactly(customer);
		String coupon = issued.getCouponInfos().getFirst().getCouponId();

		IQueryUserPartnerCouponsResultV2 voucher = voucher(coupon);
		assertThat(voucher.getStatus()).isEqualTo(2);
		assertThat(voucher.getFaceValue()).isEqualByComparingTo("40.00");
		this.sdk.reclaimPartnerCoupons(
				new ReclaimPartnerCouponsRequest().withBody(new ReclaimPartnerCouponsReq().withCouponId(coupon)));
		assertThat(voucher(coupon).getStatus()).isEqualTo(5);

		ListPartnerCouponsRecordResponse records = this.sdk
			.listPartnerCouponsRecord(new ListPartnerCouponsRecordRequest().withOperationTypes(List.of("2", "1"))
				.withQuotaId(quota)
				.withLimit(100));
		assertThat(records.getRecords()).extracting(CouponRecordV2::getOperationType).containsExactly("2", "1");
		assertThat(records.getRecords().getFirst().getOperationAmount()).isEqualByComparingTo("40.00");
	}

	@Test
	@Tag("ADJ-01")
	void movesMoneyToACustomerAndBack() {
		String customer = create(null, null).getDomainId();
		double before = cash();
		String transfer = eventually(() -> this.sdk
			.updateCustomerAccountAmount(new UpdateCustomerAccountAmountRequest()
				.withBody(new AdjustAccountReq().withCustomerId(customer).withAmount(new BigDecimal("12.34"))))
			.getTransferId());
		assertThat(transfer).isNotEmpty();
		assertThat(cash()).isEqualTo(before - 12.34, org.assertj.core.data.Offset.offset(0.001));
		assertThat(this.sdk.reclaimToPartnerAccount(new ReclaimToPartnerAccountRequest().withBody(
				new ReclaimToPartnerAccountBalancesReq().withCustomerId(customer).withAmount(new BigDecimal("12.34"))))
			.getTransId()).isNotEmpty();
		assertThat(cash()).isEqualTo(before, org.assertj.core.data.Offset.offset(0.001));
	}

	@Test
	@Tag("REC-05")
	@Tag("ADJ-01")
	void refusesWhatAdvisoryCustomersMayNot() {
		String quota = new Relation(this.hub).grantQuota("10.00").quotaId();
		String advisory = create(null, "1").getDomainId();
		assertThat(listed(advisory).getAssociationType()).isEqualTo("1");
		String coupon = Relation
			.eventually(() -> this.hub.as("DISTRIBUTOR_ADMIN_TOKEN")
				.with("Idempotency-Key", "advisory-" + advisory)
				.post("/api/v1/vouchers",
						Map.of("quotaId", quota, "customerIds", List.of(advisory), "faceValue",
								Relation.money("5.00"))),
					201)
			.text("/vouchers/0/id");
		assertThat(refused((client) -> client.reclaimPartnerCoupons(
				new ReclaimPartnerCouponsRequest().withBody(new ReclaimPartnerCouponsReq().withCouponId(coupon)))))
			.isEqualTo("400 CBC.99000045");
		await().atMost(Relation.PATIENCE)
			.pollInterval(Duration.ofMillis(400))
			.untilAsserted(() -> assertThat(
					refused((client) -> client.updateCustomerAccountAmount(new UpdateCustomerAccountAmountRequest()
						.withBody(new AdjustAccountReq().withCustomerId(advisory).withAmount(BigDecimal.ONE)))))
				.isEqualTo("400 CBC.5021"));
		assertThat(issue(quota, "1.00", advisory).getErrorDetails()).extracting(ErrorDetail::getErrorCode)
			.containsExactly("CBC.99000014");
	}

	@Test
	@Tag("API-02")
	void refusesAWrongSecret() {
		BssClient stranger = client(this.hub.env("SOLUTION_PROVIDER_AK"), "not-the-secret");
		ServiceResponseException refusal = catchThrowableOfType(ServiceResponseException.class,
				() -> stranger.listPartnerBalances(new ListPartnerBalancesRequest()));
		assertThat(refusal.getHttpStatusCode() + " " + refusal.getErrorCode()).isEqualTo("401 APIGW.0301");
	}

	@Test
	@Tag("API-11")
	void keepsResellersAndCustomersFromPartnerOperations() {
		for (String who : List.of("RESELLER", "CUSTOMER")) {
			BssClient client = client(this.hub.env(who + "_AK"), this.hub.env(who + "_SK"));
			ServiceResponseException refusal = catchThrowableOfType(ServiceResponseException.class,
					() -> client.listPartnerBalances(new ListPartnerBalancesRequest()));
			assertThat(refusal.getHttpStatusCode() + " " + refusal.getErrorCode()).isEqualTo("403 CBC.0151");
		}
	}

	private BssClient client(String accessKey, String secretKey) {
		return new VendorSdk(this.hub, accessKey, secretKey).calls();
	}

	private CreateSubCustomerResponse create(String name, String cooperationType) {
		CreateCustomerV2Req customer = customer(name);
		if (cooperationType != null) {
			customer.setCooperationType(cooperationType);
		}
		return this.sdk.createSubCustomer(new CreateSubCustomerRequest().withBody(customer));
	}

	private static CreateCustomerV2Req customer(String name) {
		CreateCustomerV2Req customer = new CreateCustomerV2Req().withXaccountId(Ids.next().toString())
			.withXaccountType("acceptance");
		return (name != null) ? customer.withDomainName(name) : customer;
	}

	private CustomerInformation listed(String customerId) {
		ListSubCustomersResponse list = this.sdk.listSubCustomers(
				new ListSubCustomersRequest().withBody(new QuerySubCustomerListReq().withCustomerId(customerId)));
		assertThat(list.getCount()).isOne();
		return list.getCustomerInfos().getFirst();
	}

	/**
	 * Issues once the association has reached coupon-service; until then nobody is
	 * served.
	 */
	private CreatePartnerCouponsResponse issue(String quota, String face, String... customers) {
		CreatePartnerCouponsReq order = new CreatePartnerCouponsReq().withQuotaId(quota)
			.withCustomerIds(List.of(customers))
			.withFaceValue(new BigDecimal(face));
		CreatePartnerCouponsResponse[] answer = new CreatePartnerCouponsResponse[1];
		await().atMost(Relation.PATIENCE).pollInterval(Duration.ofMillis(400)).until(() -> {
			answer[0] = this.sdk.createPartnerCoupons(new CreatePartnerCouponsRequest().withBody(order));
			return answer[0].getErrorDetails().size() < Math.max(2, customers.length);
		});
		return answer[0];
	}

	private IQueryUserPartnerCouponsResultV2 voucher(String coupon) {
		return this.sdk.listIssuedPartnerCoupons(new ListIssuedPartnerCouponsRequest().withCouponId(coupon))
			.getUserCoupons()
			.getFirst();
	}

	private double cash() {
		return this.sdk.listPartnerBalances(new ListPartnerBalancesRequest())
			.getAccountBalances()
			.stream()
			.filter((account) -> account.getAccountType() == 1)
			.findFirst()
			.orElseThrow()
			.getAmount();
	}

	private String refused(Function<BssClient, Object> call) {
		ServiceResponseException refusal = catchThrowableOfType(ServiceResponseException.class,
				() -> call.apply(this.sdk));
		return (refusal != null) ? refusal.getHttpStatusCode() + " " + refusal.getErrorCode() : "not refused";
	}

	private static <T> T eventually(java.util.concurrent.Callable<T> call) {
		return await().atMost(Relation.PATIENCE)
			.pollInterval(Duration.ofMillis(400))
			.ignoreExceptionsInstanceOf(ServiceResponseException.class)
			.until(call, (answer) -> answer != null);
	}

}
