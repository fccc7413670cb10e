package io.partnerhub.opportunity.opportunity;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.Event;
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.contracts.OpportunityEvent.OpportunityClosed;
import io.partnerhub.opportunity.A;
import io.partnerhub.opportunity.OpportunityTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of opportunities when the model changes or the customer is moved. */
@OpportunityTest
class SwitchingAndMovingTests {

	private static final String PATH = "/api/v1/opportunities";

	private final Hears hears;

	private final Announced announced;

	private final HubClient.As administrator;

	private final HubClient.As resellersAdministrator;

	private final UUID partner = Ids.next();

	private final UUID reseller = Ids.next();

	private final UUID customer = Ids.next();

	SwitchingAndMovingTests(HubClient client, Hears hears, Announced announced) {
		this.hears = hears;
		this.announced = announced;
		this.administrator = client.as(A.administrator(this.partner));
		this.resellersAdministrator = client.as(A.resellerAdministrator(this.partner, this.reseller));
	}

	@BeforeEach
	void linkCustomer() {
		this.hears.event(A.link(this.partner, this.customer, 1, null));
		this.announced.next();
	}

	@ParameterizedTest
	@EnumSource(AssociationType.class)
	@Tag("DIS-10")
	@Tag("DIS-11")
	void keepsWhatIsOpenInTheNextModel(AssociationType to) {
		UUID id = register(this.administrator, "One");
		this.announced.next();
		CustomerModelSwitched event = A.change(this.partner, this.customer, 1, to);
		UUID delivery = Ids.next();
		this.hears.event(event, delivery);
		this.hears.event(event, delivery);
		this.hears.event(event);
		assertThat(this.announced.next()).isEmpty();
		assertThat(state(id)).isEqualTo("OPEN ");

		this.hears.event(A.end(this.partner, this.customer, 1));
		assertThat(this.announced.next()).containsExactly(answer(this.partner, 1, 0));
		this.hears.event(A.end(this.partner, this.customer, 2));
		assertThat(this.announced.next()).containsExactly(closed(id, "CUSTOMER_DISASSOCIATED"),
				answer(this.partner, 2, 1));
	}

	@Test
	@Tag("DIS-10")
	void registersUnderTheNextModelAtOnce() {
		this.hears.event(A.change(this.partner, this.customer, 1, AssociationType.ADVISORY));
		register(this.administrator, "Two");
		UUID unknown = Ids.next();
		this.hears.event(A.change(this.partner, unknown, 7, AssociationType.RESALE));
		this.administrator.post(PATH, A.registration(unknown)).expect(201);
	}

	@Test
	@Tag("DIS-10")
	void leavesALaterLinkAloneWhenAnEarlierModelChanges() {
		this.hears.event(A.end(this.partner, this.customer, 1));
		this.hears.event(A.link(this.partner, this.customer, 5, null));
		UUID id = register(this.administrator, "One");
		this.announced.next();
		this.hears.event(A.change(this.partner, this.customer, 2, AssociationType.ADVISORY));
		assertThat(this.announced.next()).isEmpty();
		this.hears.event(A.end(this.partner, this.customer, 5));
		assertThat(this.announced.next()).containsExactly(closed(id, "CUSTOMER_DISASSOCIATED"),
				answer(this.partner, 5, 1));
	}

	@Test
	@Tag("DIS-14")
	@Tag("OPP-17")
	void closesWhatTheFormerPartnerHadOpenWhenTheCustomerMoves() {
		UUID id = register(this.administrator, "One");
		this.announced.next();
		CustomerTransferred event = A.move(this.partner, this.reseller, this.customer, 1);
		UUID delivery = Ids.next();
		this.hears.event(event, delivery);
		assertThat(this.announced.next()).containsExactly(closed(id, "CUSTOMER_TRANSFERRED"),
				answer(this.partner, 1, 1));
		assertThat(state(id)).isEqualTo("CLOSED CUSTOMER_TRANSFERRED");
		this.administrator.post(PATH, A.registration(this.customer)).refused(404, "NOT_FOUND");

		UUID next = register(this.resellersAdministrator, "One");
		this.announced.next();
		this.hears.event(event, delivery);
		this.hears.event(event);
		assertThat(this.announced.next()).isEmpty();
		assertThat(this.resellersAdministrator.get(PATH + "/" + next).text("/state")).isEqualTo("OPEN");
	}

	@Test
	@Tag("DIS-14")
	void answersForACustomerNeverHeardOfAndKnowsHimFromThenOn() {
		UUID unknown = Ids.next();
		this.hears.event(A.move(this.partner, this.reseller, unknown, 1));
		assertThat(this.announced.next())
			.containsExactly(new CustomerOpportunitiesClosed(this.partner, this.partner, unknown, 1, 0));
		this.resellersAdministrator.post(PATH, A.registration(unknown)).expect(201);
	}

	@Test
	@Tag("DIS-14")
	void answersForALinkLongOverAndChangesNothing() {
		this.hears.event(A.link(this.partner, this.customer, 5, null));
		UUID id = register(this.administrator, "One");
		this.announced.next();
		this.hears.event(A.move(this.partner, this.reseller, this.customer, 2));
		assertThat(this.announced.next()).containsExactly(answer(this.partner, 2, 0));
		assertThat(state(id)).isEqualTo("OPEN ");
		register(this.administrator, "Two");
	}

	private UUID register(HubClient.As whose, String name) {
		return UUID.fromString(whose.post(PATH, A.registration(this.customer, "name", name)).expect(201).text("/id"));
	}

	private String state(UUID id) {
		Answer answer = this.administrator.get(PATH + "/" + id).expect(200);
		return answer.text("/state") + " " + answer.text("/closeReason");
	}

	private Event closed(UUID id, String reason) {
		return new OpportunityClosed(this.partner, this.partner, this.customer, id, reason);
	}

	private Event answer(UUID owner, int epoch, long count) {
		return new CustomerOpportunitiesClosed(this.partner, owner, this.customer, epoch, count);
	}

}
