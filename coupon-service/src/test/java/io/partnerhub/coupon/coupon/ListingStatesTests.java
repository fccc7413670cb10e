package io.partnerhub.coupon.coupon;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** A coupon stands in the list of the state that it shows, and in no other. */
@Tag("I-03")
class ListingStatesTests extends CouponScenario {

	private static final Duration VALIDITY = Duration.ofDays(30);

	@Autowired
	private MovableClock clock;

	private String quota = "";

	private String oldest = "";

	private String newest = "";

	@BeforeEach
	void twoVouchers() {
		this.hears.event(this.partner.linked(this.customer, 1, AssociationType.RESALE));
		this.quota = quota("100.00");
		this.oldest = voucher(this.quota, "10.00");
		this.newest = voucher(this.quota, "10.00");
	}

	@AfterEach
	void turnTheClockBack() {
		this.clock.reset();
	}

	@Test
	void listsWhatExpiredBeforeItIsMarkedAndAfter() {
		assertListed("AVAILABLE", this.newest, this.oldest);
		assertListed("EXPIRED");
		this.clock.advance(VALIDITY);
		assertListed("AVAILABLE");
		assertListed("EXPIRED", this.newest, this.oldest);
		markExpired();
		assertListed("EXPIRED", this.newest, this.oldest);
	}

	@Test
	void keepsUsedWhatIsUsedUpWhenItsTimePasses() {
		useUp(this.oldest);
		assertListed("USED", this.oldest);
		this.clock.advance(VALIDITY);
		markExpired();
		assertListed("USED", this.oldest);
		assertThat(state(this.oldest)).isEqualTo("USED");
		assertListed("EXPIRED", this.newest);
		assertThat(own(3)).containsExactly(this.oldest);
		assertThat(own(4)).containsExactly(this.newest);
	}

	@Test
	void listsAsInactiveWhatBeginsLater() {
		Map<String, Object> issue = A.issue(this.quota, "10.00", this.customer);
		issue.put("effectiveAt", MovableClock.START.plus(Duration.ofDays(1)).toString());
		String later = admin().post("/api/v1/vouchers", issue).expect(201).text("/vouchers/0/id");
		assertListed("INACTIVE", later);
		this.clock.advance(Duration.ofDays(1));
		assertListed("INACTIVE");
		assertListed("AVAILABLE", later, this.newest, this.oldest);
	}

	@Test
	void pagesWithinAState() {
		admin().post("/api/v1/vouchers/" + this.oldest + "/reclamation", Map.of()).expect(200);
		admin().post("/api/v1/vouchers/" + this.newest + "/reclamation", Map.of()).expect(200);
		HubClient.Answer first = admin().get("/api/v1/vouchers?state=RECLAIMED&limit=1").expect(200);
		assertThat(first.text("/items/0/id")).isEqualTo(this.newest);
		HubClient.Answer second = admin()
			.get("/api/v1/vouchers?state=RECLAIMED&limit=1&cursor=" + first.text("/nextCursor"));
		assertThat(second.text("/items/0/id")).isEqualTo(this.oldest);
		assertThat(second.json().at("/nextCursor").isString()).isFalse();
	}

	private void assertListed(String state, String... vouchers) {
		assertThat(ids(admin().get("/api/v1/vouchers?state=" + state))).containsExactly(vouchers);
		assertThat(ids(admin().get("/api/v1/vouchers?state=" + state + "&customerId=" + this.customer)))
			.containsExactly(vouchers);
		assertThat(ids(admin().get("/api/v1/vouchers?state=" + state + "&quotaId=" + Ids.next()))).isEmpty();
	}

	/** As the customer lists them on the open API, by its number of a state. */
	private List<String> own(int status) {
		HubClient.Answer answer = this.client.as(Caller.customer("AK", this.customer))
			.get("/v2/promotions/benefits/coupons?status=" + status);
		List<String> ids = new ArrayList<>();
		answer.expect(200).json().at("/user_coupons").forEach((coupon) -> ids.add(coupon.at("/coupon_id").asString()));
		return ids;
	}

	/** As the job does, but for this partner alone: others' tests share the table. */
	private void markExpired() {
		this.jdbc.sql("""
				update coupon
				   set expired_minor = expired_minor + balance_minor, balance_minor = 0, expired_at = expires_at
				 where owner_partner_id = :owner and balance_minor > 0
				""").param("owner", this.partner.id()).update();
	}

	private void useUp(String voucher) {
		HubClient.As billing = this.client.as(Caller.service("billing-service"));
		String path = "/internal/redemptions";
		String id = billing.post(path, A.reservation("CS" + Ids.next(), this.customer, "10.00", voucher))
			.expect(201)
			.text("/id");
		billing.post(path + "/" + id + "/payment", Map.of()).expect(200);
		billing.post(path + "/" + id + "/use", Map.of()).expect(200);
	}

	private static List<String> ids(HubClient.Answer answer) {
		List<String> ids = new ArrayList<>();
		answer.expect(200).json().at("/items").forEach((item) -> ids.add(item.at("/id").asString()));
		return ids;
	}

}
