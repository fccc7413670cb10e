package io.partnerhub.opportunity.opportunity;

import java.util.UUID;

import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
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

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@OpportunityTest
@TestPropertySource(properties = { "partnerhub.opportunity.refuse-duplicates=true",
		"partnerhub.opportunity.max-open-per-customer=2", "partnerhub.opportunity.close-on-disassociation=false" })
class PolicySwitchesTests {

	private static final String PATH = "/api/v1/opportunities";

	private final Hears hears;

	private final Announced announced;

	private final HubClient.As administrator;

	private final UUID partner = Ids.next();

	private final UUID customer = Ids.next();

	PolicySwitchesTests(HubClient client, Hears hears, Announced announced) {
		this.hears = hears;
		this.announced = announced;
		this.administrator = client.as(A.administrator(this.partner));
	}

	@BeforeEach
	void linkCustomer() {
		this.hears.event(A.link(this.partner, this.customer, 1, null));
	}

	@Test
	@Tag("OPP-18")
	void refusesDuplicates() {
		Answer first = this.administrator.post(PATH, A.registration(this.customer)).expect(201);
		Answer second = this.administrator.with("Accept-Language", "zh-CN")
			.post(PATH, A.registration(this.customer))
			.refused(409, "OPPORTUNITY_DUPLICATE");
		assertThat(second.text("/opportunityId")).isEqualTo(first.text("/id"));
		assertThat(second.text("/title")).isEqualTo("商机重复");
	}

	@Test
	void limitsTheOpenOnesOfACustomer() {
		this.administrator.post(PATH, A.registration(this.customer, "name", "One")).expect(201);
		this.administrator.post(PATH, A.registration(this.customer, "name", "Two")).expect(201);
		this.administrator.post(PATH, A.registration(this.customer, "name", "Three"))
			.refused(409, "OPPORTUNITY_LIMIT_REACHED");
	}

	@Test
	@Tag("OPP-17")
	void keepsOpportunitiesOpenAndStillAnswers() {
		String id = this.administrator.post(PATH, A.registration(this.customer)).expect(201).text("/id");
		this.announced.next();
		this.hears.event(A.end(this.partner, this.customer, 1));
		assertThat(this.announced.next())
			.containsExactly(new CustomerOpportunitiesClosed(this.partner, this.partner, this.customer, 1, 0));
		assertThat(this.administrator.get(PATH + "/" + id).text("/state")).isEqualTo("OPEN");
	}

}
