package io.partnerhub.program.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.program.A;
import io.partnerhub.program.ProgramTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a partner sets for itself, and the vendor for the partner. */
@ProgramTest
class SettingPartnersTests {

	private static final String SETTINGS = "/api/v1/partners/me/settings";

	private final HubClient client;

	private final Announced announced;

	private final JdbcClient jdbc;

	private final A a;

	private Caller partner = A.VENDOR;

	SettingPartnersTests(HubClient client, Announced announced, JdbcClient jdbc, A a) {
		this.client = client;
		this.announced = announced;
		this.jdbc = jdbc;
		this.a = a;
	}

	@BeforeEach
	void aPartner() {
		this.partner = this.a.partner(PartnerType.DISTRIBUTOR);
		this.announced.next();
	}

	@Test
	@Tag("X-01")
	void asksForNoCodesUntilAnAdministratorSwitchesThemOn() {
		Answer before = this.client.as(this.partner).get("/api/v1/partners/me").expect(200);
		assertThat(before.json().at("/verificationCodeRequired").asBoolean()).isFalse();
		assertThat(codeRequired()).isFalse();
		Answer changed = change(this.partner, before.header("ETag"), Map.of()).expect(200);
		assertThat(changed.json().at("/verificationCodeRequired").asBoolean()).isTrue();
		assertThat(changed.text("/email")).isEqualTo("new@yunfan.example");
		assertThat(changed.text("/mobile")).isEqualTo("+8613900000000");
		assertThat(codeRequired()).isTrue();
		assertThat(this.announced.next()).containsExactly(
				new PartnerSettingsChanged(this.partner.tenant(), this.partner.owner(), "new@yunfan.example",
						"+8613900000000", List.of(AssociationType.ADVISORY, AssociationType.RESALE), true, null));
	}

	@Test
	@Tag("NOT-02")
	void tellsInWhichLanguageItsMailIsWritten() {
		Answer changed = change(this.partner, "\"1\"", Map.of("mailLanguage", "en")).expect(200);
		assertThat(changed.text("/mailLanguage")).isEqualTo("en");
		change(this.partner, "\"2\"", Map.of()).expect(200);
		allow(List.of("RESALE")).expect(200);
		assertThat(this.announced.next(PartnerSettingsChanged.class)).extracting(PartnerSettingsChanged::mailLanguage)
			.containsExactly("en", "en", "en");
	}

	@Test
	@Tag("X-01")
	void changesSettingsOnTheVersionTheyWereReadAt() {
		change(this.partner, null, Map.of()).refused(428, "IF_MATCH_REQUIRED");
		change(this.partner, "\"2\"", Map.of()).refused(412, "STALE");
		Answer changed = change(this.partner, "\"1\"", Map.of()).expect(200);
		assertThat(changed.header("ETag")).isEqualTo("\"2\"");
		change(this.partner, "\"1\"", Map.of()).refused(412, "STALE");
		assertThat(this.announced.next()).hasSize(1);
	}

	@Test
	@Tag("X-01")
	void letsOnlyAdministratorsChangeTheirOwnPartner() {
		Caller reseller = this.a.resellerOf(this.partner);
		Caller operator = this.a.member(this.partner, Role.CUSTOMER_OPERATOR);
		this.announced.next();
		change(operator, "\"1\"", Map.of()).refused(403, "ACCESS_DENIED");
		change(A.VENDOR, "\"1\"", Map.of()).refused(403, "ACCESS_DENIED");
		change(reseller, "\"1\"", Map.of()).expect(200);
		assertThat(this.announced.next(PartnerSettingsChanged.class)).extracting(PartnerSettingsChanged::ownerPartnerId)
			.containsExactly(reseller.owner());
	}

	@ParameterizedTest
	@CsvSource({ "email, nobody", "email,", "email, ''", "mobile, 12", "mobile,", "mobile, call me",
			"verificationCodeRequired,", "mailLanguage, fr", "mailLanguage, EN", "mailLanguage, ''", "tier, GOLD" })
	void refusesBadSettings(String field, String value) {
		Map<String, Object> more = new HashMap<>();
		more.put(field, value);
		change(this.partner, "\"1\"", more).refused(400, "INVALID_REQUEST");
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	@Tag("INV-07")
	void letsTheVendorDecideWhichModelsAPartnerOffers() {
		assertThat(this.client.as(this.partner).get("/api/v1/partners/me").json().at("/allowedAssociationTypes"))
			.hasSize(2);
		assertThat(allow(List.of("RESALE")).expect(200).json().at("/allowedAssociationTypes").toString())
			.isEqualTo("[\"RESALE\"]");
		allow(List.of("RESALE")).expect(200);
		assertThat(this.announced.next(PartnerSettingsChanged.class)).singleElement()
			.extracting(PartnerSettingsChanged::allowedAssociationTypes)
			.isEqualTo(List.of(AssociationType.RESALE));
		change(this.partner, "\"2\"", Map.of()).expect(200);
		assertThat(this.announced.next(PartnerSettingsChanged.class).getFirst().allowedAssociationTypes())
			.containsExactly(AssociationType.RESALE);
	}

	@Test
	@Tag("INV-07")
	void refusesModelsThatDoNotExist() {
		allow(List.of()).refused(400, "INVALID_REQUEST");
		allow(List.of("BARTER")).refused(400, "INVALID_REQUEST");
		this.client.as(A.VENDOR)
			.put("/api/v1/vendor/partners/" + Ids.next() + "/association-types",
					Map.of("allowedAssociationTypes", List.of("RESALE")))
			.refused(404, "NOT_FOUND");
		this.client.as(this.partner)
			.put("/api/v1/vendor/partners/" + this.partner.owner() + "/association-types",
					Map.of("allowedAssociationTypes", List.of("RESALE")))
			.refused(403, "ACCESS_DENIED");
		assertThat(this.announced.next()).isEmpty();
	}

	@ParameterizedTest
	@Tag("INV-07")
	@ValueSource(strings = { "{}", "{BARTER}", "{RESALE,RESALE}", "{RESALE,ADVISORY,RESALE}" })
	void keepsNoModelsThatDoNotExist(String types) {
		assertThatThrownBy(
				() -> this.jdbc.sql("update partner set allowed_association_types = '" + types + "' where id = :id")
					.param("id", this.partner.owner())
					.update())
			.isInstanceOf(DataIntegrityViolationException.class);
	}

	private Answer change(Caller caller, @org.jspecify.annotations.Nullable String ifMatch, Map<String, Object> more) {
		Map<String, Object> body = new HashMap<>(
				Map.of("email", "New@Yunfan.example", "mobile", "139 0000-0000", "verificationCodeRequired", true));
		body.putAll(more);
		return this.client.as(caller).with("If-Match", (ifMatch != null) ? ifMatch : "").put(SETTINGS, body);
	}

	private Answer allow(List<String> types) {
		return this.client.as(A.VENDOR)
			.put("/api/v1/vendor/partners/" + this.partner.owner() + "/association-types",
					Map.of("allowedAssociationTypes", types));
	}

	private boolean codeRequired() {
		String subject = this.jdbc.sql("select subject from member where id = :id")
			.param("id", this.partner.memberId())
			.query(String.class)
			.single();
		return this.client.as(Caller.service("gateway"))
			.get("/internal/members?issuer=" + A.ISSUER + "&subject=" + subject)
			.expect(200)
			.json()
			.at("/codeRequired")
			.asBoolean();
	}

}
