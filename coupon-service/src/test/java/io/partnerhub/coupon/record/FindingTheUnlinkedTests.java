package io.partnerhub.coupon.record;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CouponType;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.cashcoupon.SubsidyScenario;
import io.partnerhub.coupon.operation.Working;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Who got something without a link is found in the log as the vendor calls him. */
@Tag("CSH-11")
class FindingTheUnlinkedTests extends SubsidyScenario {

	@ParameterizedTest
	@CsvSource({ "customerName=cl, 1", "customerName=LOUD, 1", "customerName=lo, 0", "accountName=acc-, 1",
			"accountName=CC-, 1", "accountName=nobody, 0", "customerName=cloud&accountName=acc, 1",
			"customerName=cloud&accountName=nobody, 0" })
	@Tag("X-10")
	void findsWhatTheListedGot(String filter, int records) {
		voucher(listedAccount());
		assertThat(found(filter)).isEqualTo(records);
	}

	@Test
	@Tag("X-10")
	void findsThemAlsoWhereVeryManyBearTheName() {
		refused(201);
		assertThat(found("customerName=common&limit=100")).isEqualTo(100);
		assertThat(found("customerName=common 201")).isEqualTo(1);
	}

	@Test
	void findsOneWithALinkOnce() {
		UUID account = listedAccount();
		voucher(account);
		this.hears.event(this.partner.linked(account, 1, AssociationType.ADVISORY));
		voucher(account);
		assertThat(found("customerName=customer")).isEqualTo(2);
		assertThat(found("accountName=acc-")).isEqualTo(1);
	}

	@Test
	@Tag("X-03")
	void findsNobodyByTheNameOfACustomerWhoIsAnothersNow() {
		UUID account = listedAccount();
		this.hears.event(this.partner.linked(account, 1, AssociationType.ADVISORY));
		voucher(account);
		this.hears.event(this.partner.unlinked(account, 1));
		this.hears.event(A.partner().linked(account, 2, AssociationType.ADVISORY));
		assertThat(found("customerName=c")).isZero();
		assertThat(found("accountName=acc-")).isZero();
	}

	@Test
	void exportsThemByNameToo(@Autowired ApplicationContext service) {
		voucher(listedAccount());
		String id = admin()
			.post("/api/v1/voucher-record-exports",
					Map.of("from", MovableClock.START, "to", MovableClock.START.plus(Duration.ofDays(1)),
							"customerName", "loud"))
			.expect(202)
			.text("/id");
		Working.untilDone(service);
		assertThat(admin().get("/api/v1/voucher-record-exports/" + id + "/file").expect(200).response().body().lines())
			.hasSize(2);
		assertThat(admin().get("/api/v1/coupon-operations/" + id).expect(200).json().at("/total").asInt()).isOne();
	}

	private void voucher(UUID customer) {
		String quota = quota(this.partner, CouponType.VOUCHER, "100.00", false);
		admin().post("/api/v1/vouchers", A.issue(quota, "10.00", customer)).expect(201);
	}

	/** Accounts that were refused a voucher each. */
	private void refused(int accounts) {
		this.jdbc.sql("""
				with a as (
				    insert into known_account (account_id, account_name, name)
				    select uuidv7(), 'common-' || uuidv7(), 'Common ' || i
				    from generate_series(1, :accounts) i
				    returning account_id)
				insert into operation_record (id, coupon_type, partner_id, owner_partner_id, operation_type, quota_id,
				                              customer_id, epoch, amount_minor, succeeded, operator, at)
				select uuidv7(), 'VOUCHER', :partner, :partner, 1, uuidv7(), account_id, 0, 100, false, 'admin',
				       :now::timestamptz
				from a
				""")
			.param("accounts", accounts)
			.param("partner", this.partner.id())
			.param("now", MovableClock.START.toString())
			.update();
	}

	private int found(String filter) {
		Answer page = admin().get("/api/v1/voucher-records?" + filter.replace(" ", "%20")).expect(200);
		return page.json().at("/items").size();
	}

}
