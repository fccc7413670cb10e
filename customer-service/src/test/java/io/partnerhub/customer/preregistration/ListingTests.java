package io.partnerhub.customer.preregistration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The filters of the list; each answers names. */
class ListingTests extends CustomerScenario {

	private static final String PATH = "/api/v1/pre-registrations";

	private final UUID manager = Ids.next();

	private final String email = address();

	private final String mobile = "136%08d"
		.formatted(Math.floorMod(Ids.next().getLeastSignificantBits(), 100_000_000L));

	private Partner partner;

	@BeforeEach
	void threeProspects() {
		this.partner = partner();
		this.hears.event(this.partner.member(this.manager, Role.ACCOUNT_MANAGER, null, true));
		register(this.partner.admin(), "Acme 100% Cloud", Map.of("email", this.email, "mobile", this.mobile));
		this.clock.advance(Duration.ofDays(1));
		register(this.partner.manager(this.manager), "云岭科技", Map.of("email", address()));
		this.clock.advance(Duration.ofDays(1));
		register(this.partner.admin(), "Beta acme", Map.of("email", address()));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			customerName=ac,                  Acme 100% Cloud
			customerName=ACM,                 Beta acme|Acme 100% Cloud
			customerName=e,                   ""
			customerName=100%25,              Acme 100% Cloud
			customerName=c%25,                ""
			customerName=___,                 ""
			customerName=云,                  云岭科技
			customerName=岭科技,              云岭科技
			customerName=岭科,                ""
			state=REGISTERED,                 Beta acme|云岭科技|Acme 100% Cloud
			state=EXPIRED,                    ""
			createdFrom=2026-03-02T08:00:00Z, Beta acme|云岭科技
			createdTo=2026-03-02T08:00:00Z,   Acme 100% Cloud
			""")
	void findsByEachFilter(String query, String names) {
		String filter = query.replace(" ", "%20").replace("云", "%E4%BA%91").replace("岭", "%E5%B2%AD");
		filter = filter.replace("科", "%E7%A7%91").replace("技", "%E6%8A%80");
		assertThat(names(this.partner.admin(), "?" + filter))
			.isEqualTo(names.isEmpty() ? List.of() : List.of(names.split("\\|")));
	}

	@Test
	void findsByContactAndAccountManagerTogetherAndApart() {
		assertThat(names(this.partner.admin(), "?mobile=" + this.mobile)).containsExactly("Acme 100% Cloud");
		assertThat(names(this.partner.admin(), "?mobile=%2B86" + this.mobile)).containsExactly("Acme 100% Cloud");
		assertThat(names(this.partner.admin(), "?mobile=13500000000")).isEmpty();
		assertThat(names(this.partner.admin(), "?email=" + this.email.toUpperCase(java.util.Locale.ROOT)))
			.containsExactly("Acme 100% Cloud");
		assertThat(names(this.partner.admin(), "?accountManagerId=" + this.manager)).containsExactly("云岭科技");
		assertThat(names(this.partner.admin(), "?accountManagerId=" + this.manager + "&email=" + this.email)).isEmpty();
		assertThat(names(this.partner.admin(), "?createdFrom=2026-03-02T08:00:00Z&createdTo=2026-03-03T08:00:00Z"))
			.containsExactly("云岭科技");
	}

	@Test
	void filtersOnlyWhatTheCallerSees() {
		assertThat(names(this.partner.manager(this.manager), "?customerName=acme")).isEmpty();
		assertThat(names(partner().admin(), "?email=" + this.email)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(PreRegistration.State.class)
	void listsByTheStateThatIsShown(PreRegistration.State state) {
		this.clock.advance(Duration.ofDays(13));
		for (JsonNode item : this.client.as(this.partner.admin()).get(PATH + "?state=" + state).json().at("/items")) {
			assertThat(item.path("state").asString()).isEqualTo(state.name());
		}
		assertThat(names(this.partner.admin(), "?state=EXPIRED")).containsExactly("Acme 100% Cloud");
		assertThat(names(this.partner.admin(), "?state=REGISTERED")).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "customerName=", "email=%20", "mobile=12", "accountManagerId=me", "createdFrom=yesterday",
			"createdFrom=2026-03-02T00:00:00Z&createdTo=2026-03-02T00:00:00Z", "name=a", "state=registered" })
	void refusesFiltersThatMakeNoSense(String query) {
		this.client.as(this.partner.admin()).get(PATH + "?" + query).refused(400, "INVALID_REQUEST");
	}

	@Test
	void pagesWithinAFilter() {
		Answer first = this.client.as(this.partner.admin()).get(PATH + "?customerName=acme&limit=1").expect(200);
		assertThat(first.text("/items/0/customerName")).isEqualTo("B***");
		assertThat(names(this.partner.admin(), "?customerName=acme&limit=1&cursor=" + first.text("/nextCursor")))
			.containsExactly("Acme 100% Cloud");
	}

	private void register(Caller caller, String name, Map<String, Object> contact) {
		Map<String, Object> prospect = new HashMap<>(contact);
		prospect.put("customerName", name);
		prospect.put("contactName", "李雷");
		this.client.as(caller).post(PATH, prospect).expect(201);
	}

	private List<String> names(Caller caller, String query) {
		List<String> names = new ArrayList<>();
		String inClear = caller.may(Permission.REVEAL_PERSONAL_DATA) ? "&reveal=customerName" : "";
		for (JsonNode item : this.client.as(caller).get(PATH + query + inClear).expect(200).json().at("/items")) {
			names.add(item.path("customerName").asString());
		}
		return names;
	}

}
