package io.partnerhub.customer.invitation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerStatus;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.Role;
import io.partnerhub.customer.CustomerScenario;
import io.partnerhub.customer.Partner;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Off-line links and QR codes, as the partner handles them (INV-05). */
@Tag("INV-05")
class InvitationLinksTests extends CustomerScenario {

	private static final String PATH = "/api/v1/invitation-links";

	@LocalServerPort
	private int port;

	private Partner partner;

	@BeforeEach
	void known() {
		this.partner = partner();
	}

	@ParameterizedTest
	@CsvSource({ "RESALE, OFFLINE_LINK", "RESALE, OFFLINE_QR", "ADVISORY, OFFLINE_LINK", "ADVISORY, OFFLINE_QR" })
	void carriesTheCreatorsLoginAndIsShownAgain(AssociationType type, String channel) {
		Caller manager = this.partner.manager(Ids.next());
		Answer made = create(manager, type, channel).expect(201);
		assertThat(made.text("/customTag")).isEqualTo(manager.subject());
		assertThat(made.text("/accountManagerId")).isEqualTo(String.valueOf(manager.memberId()));
		assertThat(made.text("/link")).matches("https://hub.example/invitations/[A-Za-z0-9_-]{43}");
		assertThat(made.text("/invoiceIssuer")).isEqualTo((type == AssociationType.RESALE) ? "PARTNER" : "VENDOR");
		assertThat(made.json().at("/allowedActions/0").asString()).isEqualTo("REVOKE");
		Answer again = create(manager, type, channel).expect(200);
		assertThat(again.json()).isEqualTo(made.json());
		assertThat(this.client.as(manager).get(PATH + "/" + made.text("/id")).expect(200).json())
			.isEqualTo(made.json());
	}

	@Test
	void hasOneOfAKindForEachCreator() throws Exception {
		Caller admin = this.partner.admin();
		List<Answer> answers = atOnce(IntStream.range(0, 6)
			.<Callable<Answer>>mapToObj((number) -> () -> create(admin, AssociationType.RESALE, "OFFLINE_LINK"))
			.toList());
		assertThat(answers).extracting((answer) -> answer.text("/id")).containsOnly(answers.getFirst().text("/id"));
		assertThat(answers).filteredOn((answer) -> answer.status() == 201).hasSize(1);
		assertThat(answers).filteredOn((answer) -> answer.status() != 201).allSatisfy((answer) -> answer.expect(200));
	}

	@Test
	void keepsNoToken() {
		String link = create(this.partner.admin(), AssociationType.RESALE, "OFFLINE_LINK").text("/link");
		assertThat(this.jdbc.sql("select l::text from invitation_link l where partner_id = :partner")
			.param("partner", this.partner.id())
			.query(String.class)
			.single()).doesNotContain(token(link));
	}

	@Test
	void isMadeByWhoeverWinsOrAssignsCustomers() {
		create(this.partner.operator(), AssociationType.RESALE, "OFFLINE_LINK").refused(403, "ACCESS_DENIED");
		create(this.partner.finance(), AssociationType.RESALE, "OFFLINE_LINK").refused(403, "ACCESS_DENIED");
		Caller assigning = Caller.member("assigning", this.partner.tenant(), this.partner.id(), this.partner.type(),
				Ids.next(), Set.of(Role.CUSTOMER_OPERATOR),
				Set.of(Permission.DEVELOP_CUSTOMERS, Permission.VIEW_CUSTOMERS, Permission.ASSIGN_CUSTOMERS),
				DataScope.ALL);
		assertThat(create(assigning, AssociationType.RESALE, "OFFLINE_LINK").expect(201).text("/accountManagerId"))
			.isEmpty();
		Caller key = this.partner.key();
		assertThat(create(key, AssociationType.RESALE, "OFFLINE_LINK").expect(201).text("/customTag"))
			.isEqualTo(key.subject());
	}

	@Test
	@Tag("I-31")
	void isSeenByItsManagerHisSupervisorAndTheOthers() {
		UUID manager = Ids.next();
		UUID supervisor = Ids.next();
		this.hears.event(this.partner.member(manager, Role.ACCOUNT_MANAGER, supervisor, true));
		String id = create(this.partner.manager(manager), AssociationType.RESALE, "OFFLINE_LINK").text("/id");
		for (Caller caller : List.of(this.partner.manager(manager), this.partner.supervisor(supervisor),
				this.partner.admin())) {
			assertThat(list(caller)).containsExactly(id);
		}
		assertThat(list(this.partner.manager(Ids.next()))).isEmpty();
		assertThat(list(this.partner.supervisor(Ids.next()))).isEmpty();
		assertThat(list(partner().admin())).isEmpty();
		this.client.as(partner().admin()).get(PATH + "/" + id).refused(404, "NOT_FOUND");
		this.client.as(partner().admin()).delete(PATH + "/" + id).refused(404, "NOT_FOUND");
		this.client.as(this.partner.manager(Ids.next())).get(PATH + "/" + id).refused(404, "NOT_FOUND");
		this.client.as(this.partner.manager(Ids.next())).delete(PATH + "/" + id).refused(403, "ACCESS_DENIED");
	}

	@Test
	@Tag("INV-08")
	void leadsNowhereOnceTakenBack() {
		Caller admin = this.partner.admin();
		Answer made = create(admin, AssociationType.RESALE, "OFFLINE_LINK");
		String token = token(made.text("/link"));
		show(token).expect(200);
		this.client.as(admin).delete(PATH + "/" + made.text("/id")).expect(204);
		this.client.as(admin).delete(PATH + "/" + made.text("/id")).expect(204);
		show(token).refused(404, "INVITE_NOT_FOUND");
		accept(somebody().withOpenedAt(this.clock.instant()), token).refused(404, "INVITE_NOT_FOUND");
		Answer gone = this.client.as(admin).get(PATH + "/" + made.text("/id")).expect(200);
		assertThat(gone.text("/link")).isEmpty();
		assertThat(gone.json().at("/allowedActions")).isEmpty();
		this.client.as(admin).get(PATH + "/" + made.text("/id") + "/qr-code").refused(404, "NOT_FOUND");
		Answer next = create(admin, AssociationType.RESALE, "OFFLINE_LINK").expect(201);
		assertThat(next.text("/link")).isNotEqualTo(made.text("/link"));
	}

	@Test
	@Tag("INV-07")
	@Tag("INV-09")
	void isMadeOnlyForModelsThePartnerMayOffer() {
		this.hears.event(this.partner.became(PartnerStatus.FROZEN));
		create(this.partner.admin(), AssociationType.RESALE, "OFFLINE_LINK").refused(409, "PARTNER_FROZEN");
		create(this.partner.admin(), AssociationType.ADVISORY, "OFFLINE_LINK").expect(201);
		this.hears.event(new PartnerSettingsChanged(this.partner.tenant(), this.partner.id(), null, null,
				List.of(AssociationType.RESALE), false, null));
		create(this.partner.admin(), AssociationType.ADVISORY, "OFFLINE_QR").refused(409,
				"ASSOCIATION_TYPE_NOT_ALLOWED");
	}

	@Test
	void isReadFromItsPicture() throws Exception {
		Answer made = create(this.partner.admin(), AssociationType.RESALE, "OFFLINE_QR");
		HttpResponse<byte[]> png = picture(made.text("/id"), "?size=512", "image/png");
		assertThat(png.statusCode()).isEqualTo(200);
		assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.body()));
		assertThat(image.getWidth()).isEqualTo(512);
		assertThat(QrCodeTests.read(image.getRGB(0, 0, 512, 512, null, 0, 512), 512)).isEqualTo(made.text("/link"));
		Answer svg = this.client.as(this.partner.admin())
			.with("Accept", "image/svg+xml")
			.get(PATH + "/" + made.text("/id") + "/qr-code")
			.expect(200);
		assertThat(svg.header("Content-Type")).isEqualTo("image/svg+xml");
		assertThat(svg.response().body()).contains("width=\"300\"");
		assertThat(QrCodeTests.readSvg(svg.response().body())).isEqualTo(made.text("/link"));
		assertThat(picture(made.text("/id"), "", "*/*").headers().firstValue("Content-Type")).contains("image/png");
	}

	@Test
	void refusesPicturesItDoesNotMake() {
		String qr = PATH + "/" + create(this.partner.admin(), AssociationType.RESALE, "OFFLINE_QR").text("/id")
				+ "/qr-code";
		Caller admin = this.partner.admin();
		assertThat(this.client.as(admin)
			.with("Accept", "image/gif")
			.get(qr)
			.refused(406, "NOT_ACCEPTABLE")
			.header("Content-Type")).startsWith("application/problem+json");
		for (String size : List.of("127", "1025", "big", "-1")) {
			this.client.as(admin).get(qr + "?size=" + size).refused(400, "INVALID_REQUEST");
		}
		this.client.as(admin).get(qr + "?size=128").expect(200);
		this.client.as(partner().admin()).with("Accept", "image/png").get(qr).refused(404, "NOT_FOUND");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", """
			{"associationType":"RESALE","channel":"ONLINE_EMAIL"}""", """
			{"associationType":"GIFT","channel":"OFFLINE_LINK"}""", """
			{"associationType":"RESALE","channel":"OFFLINE_LINK","customTag":"somebody-else"}""" })
	void refusesBadInput(String body) {
		this.client.as(this.partner.admin()).post(PATH, body).refused(400, "INVALID_REQUEST");
	}

	private Answer create(Caller caller, AssociationType type, String channel) {
		return this.client.as(caller).post(PATH, Map.of("associationType", type, "channel", channel));
	}

	private List<String> list(Caller caller) {
		return this.client.as(caller)
			.get(PATH)
			.expect(200)
			.json()
			.at("/items")
			.valueStream()
			.map((item) -> item.at("/id").asString())
			.toList();
	}

	private Answer show(String token) {
		return this.client.as(Caller.anonymous()).get("/api/v1/invitations/by-token/" + token);
	}

	private static String token(String link) {
		return link.substring(link.lastIndexOf('/') + 1);
	}

	private HttpResponse<byte[]> picture(String id, String query, String accept) throws Exception {
		String authorization = TestKeys.token(this.partner.admin(), "customer-service", this.clock);
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + PATH + "/" + id + "/qr-code" + query))
			.header("Authorization", "Bearer " + authorization)
			.header("Accept", accept)
			.build();
		try (HttpClient http = HttpClient.newHttpClient()) {
			return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
		}
	}

}
