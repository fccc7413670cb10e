package io.partnerhub.customer.relation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.partnerhub.contracts.Amount;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.BillingEvent.Reason;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EndingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/disassociations";

	private Partner partner;

	private UUID customer;

	private Caller he;

	private String path;

	private UUID request;

	@BeforeEach
	void associateAndAsk() {
		this.partner = partner();
		this.customer = customerOf(this.partner, AssociationType.RESALE);
		this.he = Caller.customer("li", this.customer);
		this.request = UUID.fromString(this.client.as(this.partner.admin())
			.post(PATH, Map.of("customerId", this.customer, "reason", "No business", "understood", true))
			.expect(201)
			.text("/id"));
		this.path = PATH + "/" + this.request;
		this.announced.next();
	}

	@Test
	@Tag("DIS-01")
	@Tag("DIS-09")
	void endsTheLinkWithTheConsent() {
		Answer answer = consent().expect(200);
		assertThat(answer.text("/state")).isEqualTo("EXECUTING");
		assertThat(answer.json().at("/steps")).hasSize(3)
			.allSatisfy((step) -> assertThat(step.at("/state").asString()).isEqualTo("WAITING"));
		assertThat(this.announced.next())
			.containsExactly(new CustomerDisassociated(this.partner.id(), this.partner.id(), this.customer, 1,
					AssociationType.RESALE, this.request, "No business", this.clock.instant()));
		this.client.as(this.partner.admin()).get("/api/v1/customers/" + this.customer).refused(404, "NOT_FOUND");
		this.client.as(this.he).get("/api/v1/my/partner").refused(404, "NOT_FOUND");
		this.client.as(this.partner.admin()).get(this.path).expect(200);
	}

	@Test
	@Tag("DIS-09")
	void isDoneWhenAllHaveSettledTheirPart() {
		consent();
		this.announced.next();
		this.hears.event(closed(1, 2));
		this.hears.event(returned(1, "500.00"));
		assertThat(this.announced.next()).isEmpty();
		this.hears.event(reclaimed(1, 3, "100.00"));
		assertThat(this.announced.next()).containsExactly(
				new DisassociationCompleted(this.partner.id(), this.partner.id(), this.customer, 1, this.request));
		Answer done = this.client.as(this.partner.admin()).get(this.path).expect(200);
		assertThat(done.text("/state")).isEqualTo("DONE");
		assertThat(done.json().at("/settlement/vouchersReclaimed").asInt()).isEqualTo(3);
		assertThat(done.text("/settlement/voucherAmount/amount")).isEqualTo("100.00");
		assertThat(done.text("/settlement/balanceReturned/amount")).isEqualTo("500.00");
		assertThat(done.json().at("/settlement/opportunitiesClosed").asInt()).isEqualTo(2);
	}

	@Test
	@Tag("DIS-09")
	void takesEachAnswerOnce() {
		this.hears.event(reclaimed(1, 9, "900.00"));
		consent();
		UUID id = Ids.next();
		this.hears.event(reclaimed(1, 3, "100.00"), id);
		this.hears.event(reclaimed(1, 3, "100.00"), id);
		this.hears.event(reclaimed(1, 0, "0.00"));
		this.hears.event(reclaimed(2, 7, "700.00"));
		this.hears.event(returned(1, "0.00"));
		this.hears.event(closed(1, 0));
		this.hears.event(closed(1, 5));
		Answer done = this.client.as(this.partner.admin()).get(this.path).expect(200);
		assertThat(done.json().at("/settlement/vouchersReclaimed").asInt()).isEqualTo(3);
		assertThat(done.text("/settlement/balanceReturned/amount")).isEqualTo("0.00");
		assertThat(done.json().at("/settlement/opportunitiesClosed").asInt()).isZero();
		assertThat(this.announced.next(DisassociationCompleted.class)).hasSize(1);
	}

	@Test
	void repeatsWithTheSameKeyOnce() {
		var keyed = this.client.as(this.he).with("Idempotency-Key", "k-" + this.request);
		keyed.post(this.path + "/consent", "").expect(200);
		keyed.post(this.path + "/consent", "").expect(200);
		assertThat(this.announced.next(CustomerDisassociated.class)).hasSize(1);
		Answer again = consent().refused(409, "DISASSOCIATION_NOT_PENDING");
		assertThat(again.text("/state")).isEqualTo("EXECUTING");
	}

	@Test
	@Tag("DIS-02")
	void checksAgainBeforeItEnds() {
		billing.finds("ORDERS_UNPAID", "orders", "2");
		consent().refused(409, "DISASSOCIATION_CHECK_FAILED");
		billing.isDown();
		consent().refused(503, "SERVICE_UNREACHABLE");
		billing.passes();
		this.hears.event(this.partner.became(PartnerStatus.FROZEN));
		Answer frozen = consent().refused(409, "DISASSOCIATION_CHECK_FAILED");
		assertThat(frozen.text("/checks/0/code")).isEqualTo("PARTNER_FROZEN");
		assertThat(this.announced.next()).isEmpty();
		this.hears.event(this.partner.became(PartnerStatus.NORMAL));
		consent().expect(200);
	}

	@RepeatedTest(3)
	@Tag("DIS-01")
	void letsOneOfTwoAnswersWin() throws Exception {
		List<Callable<Answer>> answers = List.of(this::consent,
				() -> this.client.as(this.he).post(this.path + "/refusal", ""),
				() -> this.client.as(this.partner.admin()).post(this.path + "/withdrawal", ""), this::consent);
		List<Answer> given = atOnce(answers);
		assertThat(given).filteredOn((answer) -> answer.status() == 200).hasSize(1);
		assertThat(given).filteredOn((answer) -> answer.status() != 200)
			.allSatisfy((answer) -> assertThat(answer.refused(409, "DISASSOCIATION_NOT_PENDING").text("/state"))
				.isNotEqualTo("PENDING"));
		assertThat(this.announced.next()).hasSize(1);
	}

	@Test
	@Tag("ASC-01")
	void countsTheNextLinkOnEvenBeforeAllIsSettled() {
		consent().expect(200);
		this.announced.next();
		String token = invite(partner().admin(), AssociationType.ADVISORY);
		accept(this.he, token).expect(201);
		CustomerAssociated event = this.announced.next(CustomerAssociated.class).getFirst();
		assertThat(event.epoch()).isEqualTo(2);
		this.hears.event(reclaimed(1, 0, "0.00"));
		this.hears.event(returned(1, "0.00"));
		this.hears.event(closed(1, 0));
		assertThat(this.announced.next(DisassociationCompleted.class)).singleElement()
			.extracting(DisassociationCompleted::epoch)
			.isEqualTo(1);
	}

	private Answer consent() {
		return this.client.as(this.he).post(this.path + "/consent", "");
	}

	private CustomerCouponsReclaimed reclaimed(int epoch, long count, String amount) {
		return new CustomerCouponsReclaimed(this.partner.id(), this.partner.id(), this.customer, epoch, count,
				new Amount(amount, "CNY"));
	}

	private CustomerBalanceReturned returned(int epoch, String amount) {
		return new CustomerBalanceReturned(this.partner.id(), this.partner.id(), this.customer, epoch,
				new Amount(amount, "CNY"), Reason.UNBIND, null);
	}

	private CustomerOpportunitiesClosed closed(int epoch, long count) {
		return new CustomerOpportunitiesClosed(this.partner.id(), this.partner.id(), this.customer, epoch, count);
	}

}
