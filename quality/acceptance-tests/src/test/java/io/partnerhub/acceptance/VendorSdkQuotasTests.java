package io.partnerhub.acceptance;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

import com.huaweicloud.sdk.bss.v2.BssClient;
import com.huaweicloud.sdk.bss.v2.model.AdjustCouponQuotasReq;
import com.huaweicloud.sdk.bss.v2.model.CouponQuotaV2;
import com.huaweicloud.sdk.bss.v2.model.ErrorDetail;
import com.huaweicloud.sdk.bss.v2.model.IssuedCouponQuota;
import com.huaweicloud.sdk.bss.v2.model.ListCouponQuotasRecordsRequest;
import com.huaweicloud.sdk.bss.v2.model.ListIssuedCouponQuotasRequest;
import com.huaweicloud.sdk.bss.v2.model.ListQuotaCouponsRequest;
import com.huaweicloud.sdk.bss.v2.model.QueryCouponQuotasReqExt;
import com.huaweicloud.sdk.bss.v2.model.QuotaReclaim;
import com.huaweicloud.sdk.bss.v2.model.QuotaRecord;
import com.huaweicloud.sdk.bss.v2.model.QuotaSimpleInfo;
import com.huaweicloud.sdk.bss.v2.model.ReclaimCouponQuotasReq;
import com.huaweicloud.sdk.bss.v2.model.ReclaimCouponQuotasRequest;
import com.huaweicloud.sdk.bss.v2.model.ReclaimCouponQuotasResponse;
import com.huaweicloud.sdk.bss.v2.model.UpdateCouponQuotasRequest;
import com.huaweicloud.sdk.bss.v2.model.UpdateCouponQuotasResponse;
import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import io.partnerhub.platform.Ids;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The vendor's own SDK splits quota off to resellers and takes it back. */
class VendorSdkQuotasTests {

	private final RunningHub hub = RunningHub.shared();

	private final BssClient sdk = client("DISTRIBUTOR");

	private final String reseller = this.hub.as("RESELLER_ADMIN_TOKEN").get("/api/v1/partners/me").text("/id");

	@Test
	@Tag("QUO-01")
	@Tag("QUO-02")
	@Tag("REC-09")
	void splitsQuotaOffAndTakesItBack() {
		String own = new Relation(this.hub).grantQuota("100.00").quotaId();
		UpdateCouponQuotasResponse split = pass(own, "30.00", this.reseller, Ids.next().toString());
		assertThat(split.getSimpleQuotaInfos()).extracting(QuotaSimpleInfo::getId).containsExactly(this.reseller);
		assertThat(split.getErrorDetails()).extracting(ErrorDetail::getErrorCode).containsExactly("CBC.99000037");
		assertThat(own(own).getBalance()).isEqualByComparingTo("70.00");

		String theirs = split.getSimpleQuotaInfos().getFirst().getQuotaId();
		IssuedCouponQuota issued = issued(theirs);
		assertThat(issued.getParentQuotaId()).isEqualTo(own);
		assertThat(issued.getIndirectPartnerId()).isEqualTo(this.reseller);
		assertThat(issued.getQuotaValue()).isEqualByComparingTo("30.00");
		assertThat(issued.getQuotaStatus()).isZero();
		assertThat(issued.getEffectiveTime()).isEqualTo(own(own).getEffectiveTime());

		ReclaimCouponQuotasResponse back = take(theirs, Ids.next().toString());
		assertThat(back.getSimpleQuotaInfos()).extracting(QuotaReclaim::getQuotaId).containsExactly(theirs);
		assertThat(back.getSimpleQuotaInfos().getFirst().getQuotaBalance()).isEqualByComparingTo("0.00");
		assertThat(back.getErrorDetails()).extracting(ErrorDetail::getErrorCode).containsExactly("CBC.99000012");
		assertThat(issued(theirs).getQuotaStatus()).isEqualTo(6);
		assertThat(own(own).getBalance()).isEqualByComparingTo("100.00");
		assertThat(records(own)).extracting(QuotaRecord::getOperationType).containsExactly("11", "10");
		assertThat(records(own)).extracting(QuotaRecord::getAmount)
			.usingElementComparator(BigDecimal::compareTo)
			.containsExactly(new BigDecimal("30.00"), new BigDecimal("30.00"));
	}

	@Test
	@Tag("QUO-01")
	@Tag("QUO-05")
	void refusesWhatMayNotBePassedOn() {
		String own = new Relation(this.hub).grantQuota("10.00").quotaId();
		assertThat(refused(this.sdk, (client) -> pass(client, own, "0.001", this.reseller))).isEqualTo("400 CBC.0100");
		assertThat(refused(this.sdk, (client) -> pass(client, Ids.next().toString(), "1.00", this.reseller)))
			.isEqualTo("400 CBC.99000012");
		assertThat(refused(client("RESELLER"), (client) -> pass(client, own, "1.00", this.reseller)))
			.isEqualTo("403 CBC.0151");
		assertThat(refused(client("SOLUTION_PROVIDER"), (client) -> pass(client, own, "1.00", this.reseller)))
			.isEqualTo("403 CBC.0151");
	}

	private UpdateCouponQuotasResponse pass(String quota, String amount, String... resellers) {
		return pass(this.sdk, quota, amount, resellers);
	}

	private static UpdateCouponQuotasResponse pass(BssClient client, String quota, String amount, String... resellers) {
		return client
			.updateCouponQuotas(new UpdateCouponQuotasRequest().withBody(new AdjustCouponQuotasReq().withQuotaId(quota)
				.withIndirectPartnerIds(List.of(resellers))
				.withQuotaAmount(new BigDecimal(amount))));
	}

	private ReclaimCouponQuotasResponse take(String... quotas) {
		return this.sdk.reclaimCouponQuotas(new ReclaimCouponQuotasRequest()
			.withBody(new ReclaimCouponQuotasReq().withQuotaIds(List.of(quotas)).withRemark("not needed")));
	}

	private CouponQuotaV2 own(String quota) {
		return this.sdk
			.listQuotaCoupons(
					new ListQuotaCouponsRequest().withBody(new QueryCouponQuotasReqExt().withQuotaIds(List.of(quota))))
			.getQuotas()
			.getFirst();
	}

	private IssuedCouponQuota issued(String quota) {
		return this.sdk.listIssuedCouponQuotas(new ListIssuedCouponQuotasRequest().withQuotaId(quota))
			.getQuotas()
			.getFirst();
	}

	private List<QuotaRecord> records(String parent) {
		return this.sdk.listCouponQuotasRecords(new ListCouponQuotasRecordsRequest().withParentQuotaId(parent))
			.getRecords();
	}

	private BssClient client(String who) {
		return VendorSdk.of(this.hub, who).calls();
	}

	private static String refused(BssClient client, Consumer<BssClient> call) {
		ServiceResponseException refusal = catchThrowableOfType(ServiceResponseException.class,
				() -> call.accept(client));
		return refusal.getHttpStatusCode() + " " + refusal.getErrorCode();
	}

}
