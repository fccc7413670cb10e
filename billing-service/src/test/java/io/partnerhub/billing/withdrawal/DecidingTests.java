package io.partnerhub.billing.withdrawal;

import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.WithdrawalEvent;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalApproved;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalCancelled;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalFailed;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRejected;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRequested;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor's review, and what a partner may still do. */
@WithdrawalTest
class DecidingTests {

	private final HubClient client;

	private final Given given;

	private final Desk desk;

	private final Announced announced;

	DecidingTests(HubClient client, Given given, Desk desk, Announced announced) {
		this.client = client;
		this.given = given;
		this.desk = desk;
		this.announced = announced;
	}

	@AfterEach
	void booksBalance() {
		this.desk.balance();
	}

	@Test
	@Tag("WDR-14")
	void approvesWhatIsStillCoveredAndAnnouncesIt() {
		Partner partner = this.desk.partnerWith("100.00");
		UUID customer = this.desk.owing(partner);
		String id = this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201).text("/id");
		this.desk.charge(partner, customer, "40.00");
		this.announced.next();
		assertThat(this.desk.approve(id).expect(200).text("/state")).isEqualTo("APPROVED");
		assertThat(this.announced.next(WithdrawalEvent.class)).singleElement().isInstanceOf(WithdrawalApproved.class);
		this.desk.approve(id).refused(409, "WITHDRAW_STATE");
		assertThat(this.desk.held(partner)).isEqualTo("60.00");
	}

	@Test
	@Tag("WDR-14")
	void failsWhatIsNotCoveredAnyMoreAtTheApproval() {
		Partner partner = this.desk.partnerWith("100.00");
		UUID customer = this.desk.owing(partner);
		String id = this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201).text("/id");
		this.desk.charge(partner, customer, "40.01");
		this.announced.next();
		Answer failed = this.desk.approve(id).expect(200);
		assertThat(failed.text("/state")).isEqualTo("FAILED");
		assertThat(failed.text("/reason")).isEqualTo("INSUFFICIENT");
		assertThat(this.announced.next(WithdrawalEvent.class)).singleElement()
			.isInstanceOfSatisfying(WithdrawalFailed.class,
					(event) -> assertThat(event.reason()).isEqualTo("INSUFFICIENT"));
		assertThat(this.desk.cash(partner)).isEqualTo("100.00");
		this.desk.submit(partner, Desk.bankCard("59.99", "5678")).expect(201);
	}

	@Test
	@Tag("WDR-12")
	@Tag("I-22")
	void releasesWhatIsRejectedAndLetsItBeDeleted() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201).text("/id");
		this.client.as(partner.admin()).delete(Desk.WITHDRAWALS + "/" + id).refused(409, "WITHDRAW_STATE");
		this.desk.reject(id, " ").refused(400, "INVALID_REQUEST");
		this.announced.next();
		assertThat(this.desk.reject(id, "资料不全").expect(200).text("/reason")).isEqualTo("资料不全");
		assertThat(this.announced.next(WithdrawalEvent.class)).singleElement().isInstanceOf(WithdrawalRejected.class);
		assertThat(this.desk.cash(partner)).isEqualTo("100.00");
		assertThat(this.desk.show(partner, id).json().at("/withdrawal/allowedActions"))
			.extracting((action) -> action.asString())
			.containsExactly("DELETE");
		this.client.as(partner.admin()).delete(Desk.WITHDRAWALS + "/" + id).expect(204);
		this.desk.show(partner, id).refused(404, "NOT_FOUND");
		assertThat(this.client.as(partner.admin()).get(Desk.WITHDRAWALS).expect(200).json().at("/items")).isEmpty();
		assertThat(this.desk.state(id)).isEqualTo("DELETED");
	}

	@Test
	@Tag("I-22")
	void cancelsWhatNobodyHasDecided() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201).text("/id");
		assertThat(this.announced.next(WithdrawalEvent.class)).last().isInstanceOf(WithdrawalRequested.class);
		this.desk.cancel(this.given.resellerOf(partner), id).refused(404, "NOT_FOUND");
		this.desk.cancel(this.desk.partnerWith("1.00"), id).refused(404, "NOT_FOUND");
		this.desk.cancel(partner, id).expect(200);
		assertThat(this.announced.next(WithdrawalEvent.class)).singleElement().isInstanceOf(WithdrawalCancelled.class);
		assertThat(this.desk.cash(partner)).isEqualTo("100.00");
		this.desk.approve(id).refused(409, "WITHDRAW_STATE");
		this.desk.cancel(partner, id).refused(409, "WITHDRAW_STATE");
	}

	@Test
	@Tag("WDR-12")
	void showsHowAWithdrawalWentOnToItsPartnerAlone() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.approved(partner, Desk.bankCard("60.00", "5678"));
		Answer shown = this.desk.show(partner, id).expect(200);
		assertThat(shown.json().at("/progress")).extracting((step) -> step.at("/state").asString())
			.containsExactly("SUBMITTED", "APPROVED");
		assertThat(shown.text("/withdrawal/expectedBy")).isEqualTo("2026-03-10");
		assertThat(shown.text("/payment/state")).isEqualTo("WAITING");
		this.desk.show(this.given.resellerOf(partner), id).refused(404, "NOT_FOUND");
		this.desk.cancel(partner, id).refused(409, "WITHDRAW_STATE");
	}

	@Test
	void listsByStateForTheVendor() {
		Partner partner = this.desk.partnerWith("100.00");
		String id = this.desk.submit(partner, Desk.bankCard("60.00", "5678")).expect(201).text("/id");
		String query = "/api/v1/vendor/withdrawals?partnerId=" + partner.id() + "&state=";
		assertThat(this.client.as(Given.VENDOR).get(query + "SUBMITTED").expect(200).text("/items/0/id")).isEqualTo(id);
		assertThat(this.client.as(Given.VENDOR).get(query + "APPROVED").expect(200).json().at("/items")).isEmpty();
		this.client.as(Given.VENDOR).get(query + "OPEN").refused(400, "INVALID_REQUEST");
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/withdrawals/" + Ids.next() + "/rejection", Map.of("reason", "x"))
			.refused(404, "NOT_FOUND");
	}

}
