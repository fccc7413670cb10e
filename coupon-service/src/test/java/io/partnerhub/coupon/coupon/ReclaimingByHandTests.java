package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.testkit.HubClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@Import(ManyCoupons.class)
@TestPropertySource(properties = { "partnerhub.coupon.reclaim.vouchers-per-event=20",
		"partnerhub.coupon.reclaim.coupons-per-step=40" })
class ReclaimingByHandTests extends CouponScenario {

	@Autowired
	private ManyCoupons coupons;

	@Autowired
	private CouponLocks locks;

	@Autowired
	private PlatformTransactionManager transactions;

	private String quota = "";

	@BeforeEach
	void aPartnerWithQuotaAndCustomer() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = quota("1000.00");
	}

	@Test
	@Tag("REC-01")
	@Tag("REC-02")
	@Tag("I-04")
	void takesPartsAndThenTheRest() {
		UUID voucher = issue(1).getFirst();
		HubClient.Answer part = reclaim(voucher, "4.00").expect(200);
		assertThat(part.text("/amount/amount")).isEqualTo("4.00");
		assertThat(part.text("/left/amount")).isEqualTo("6.00");
		assertThat(admin().get("/api/v1/vouchers/" + voucher).text("/state")).isEqualTo("AVAILABLE");
		reclaim(voucher, "7.00").refused(409, "RECLAIM_ABOVE_BALANCE");
		reclaim(voucher, "0.00").expect(400);
		assertThat(reclaim(voucher, "6.00").expect(200).text("/left/amount")).isEqualTo("0.00");
		assertThat(admin().get("/api/v1/vouchers/" + voucher).text("/state")).isEqualTo("RECLAIMED");
		assertThat(balance()).isEqualTo("1000.00");
	}

	@Test
	@Tag("REC-04")
	void leavesWhatAnOrderHolds() {
		UUID voucher = issue(1).getFirst();
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> this.locks.lock("order-by-hand",
				Map.of(this.locks.hold(this.customer, List.of(voucher)).getFirst().coupon(), Money.of("4.00"))));
		admin().post("/api/v1/vouchers/" + voucher + "/reclamation", Map.of()).refused(409, "COUPON_LOCKED");
		reclaim(voucher, "6.01").refused(409, "COUPON_LOCKED");
		assertThat(reclaim(voucher, "6.00").expect(200).text("/left/amount")).isEqualTo("4.00");
	}

	@Test
	@Tag("REC-05")
	void takesTheWholeOfWhatPartsLeftOnTheVendorFace() {
		UUID voucher = issue(1).getFirst();
		reclaim(voucher, "4.00").expect(200);
		this.client.as(this.partner.key())
			.post("/v2/promotions/benefits/partner-coupons/reclaim", Map.of("coupon_id", voucher, "amount", "1.00"))
			.expect(204);
		assertThat(balance()).isEqualTo("1000.00");
	}

	@Test
	@Tag("REC-01")
	@Tag("REC-02")
	@Tag("X-12")
	void takesManyAndTellsOfEach() {
		List<UUID> three = issue(3);
		reclaim(three.getFirst(), "4.00").expect(200);
		reclaim(three.getLast(), "10.00").expect(200);
		List<UUID> named = new ArrayList<>(three);
		named.add(Ids.next());
		this.announced.next();
		HubClient.Answer answer = admin().post("/api/v1/voucher-reclamations", Map.of("voucherIds", named)).expect(200);
		assertThat(answer.json().at("/reclaimed")).hasSize(2);
		assertThat(answer.text("/reclaimed/0/amount/amount")).isEqualTo("6.00");
		assertThat(answer.text("/refused/0/code")).isEqualTo("COUPON_STATE_NOT_RECLAIMABLE");
		assertThat(answer.text("/refused/1/code")).isEqualTo("VOUCHER_NOT_FOUND");
		assertThat(this.announced.next(VouchersReclaimed.class)).singleElement()
			.satisfies((event) -> assertThat(event.vouchers()).hasSize(2));
		assertThat(balance()).isEqualTo("1000.00");
	}

	@Test
	@Tag("REC-01")
	void refusesBatchesThatAreTooLargeOrNameOneTwice() {
		UUID one = Ids.next();
		admin().post("/api/v1/voucher-reclamations", Map.of("voucherIds", List.of(one, one))).expect(400);
		admin().post("/api/v1/voucher-reclamations", Map.of("voucherIds", List.of())).expect(400);
		admin()
			.post("/api/v1/voucher-reclamations", Map.of("voucherIds", Stream.generate(Ids::next).limit(101).toList()))
			.expect(400);
	}

	@Test
	@Tag("REC-02")
	void knowsNoVouchersOfOthers() {
		UUID voucher = issue(1).getFirst();
		A.Partner stranger = A.partner();
		this.hears.event(stranger.registered());
		assertThat(this.client.as(stranger.administrator())
			.post("/api/v1/voucher-reclamations", Map.of("voucherIds", List.of(voucher)))
			.expect(200)
			.text("/refused/0/code")).isEqualTo("VOUCHER_NOT_FOUND");
	}

	@Test
	@Tag("REC-03")
	void namesTheReclaimedCouponsByTheReferenceOfTheJournal() {
		List<UUID> three = issue(3);
		admin().post("/api/v1/voucher-reclamations", Map.of("voucherIds", three)).expect(200);
		assertThat(this.jdbc.sql("""
				select count(*)
				from quota_journal j join operation_record r on r.bulk_id = j.reference
				where j.quota_id = :id::uuid and j.kind = 'RECLAIMED' and j.amount_minor = 3000
				""").param("id", this.quota).query(Long.class).single()).isEqualTo(3);
	}

	private List<UUID> issue(int count) {
		return this.coupons.issue(this.partner, this.quota, this.customer, count, "10.00", Duration.ofDays(30));
	}

	private HubClient.Answer reclaim(UUID voucher, String amount) {
		return admin().post("/api/v1/vouchers/" + voucher + "/reclamation", Map.of("amount", A.money(amount)));
	}

	private String balance() {
		return balance(this.quota);
	}

}
