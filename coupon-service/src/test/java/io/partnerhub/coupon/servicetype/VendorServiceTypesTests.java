package io.partnerhub.coupon.servicetype;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.CouponTest;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The vendor's service types: listed for integrators, known to the issue of vouchers. */
@CouponTest
class VendorServiceTypesTests {

	private static final String LIST = "/v2/products/service-types";

	private static final Caller CUSTOMER = Caller.customer("customer", Ids.next());

	private final A.Partner partner = A.partner();

	@Autowired
	private HubClient client;

	@Autowired
	private Hears hears;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void aPartner() {
		this.hears.event(this.partner.registered());
	}

	/** Other tests name service types of their own. */
	@AfterEach
	void forgetTheDictionary() {
		this.jdbc.sql("delete from service_type").update();
	}

	@Test
	void listsWhatWasAnnouncedInBothLanguages() {
		this.hears.event(new ServiceTypeChanged("hws.service.type.ec2", "云服务器", "Cloud Server", "ECS"));
		this.hears.event(new ServiceTypeChanged("hws.service.type.ec2", "弹性云服务器", "Elastic Cloud Server", "ECS"));
		Answer chinese = list(CUSTOMER, "", "").expect(200);
		assertThat(chinese.json().at("/total_count").asInt()).isOne();
		assertThat(chinese.text("/service_types/0/service_type_name")).isEqualTo("弹性云服务器");
		assertThat(chinese.text("/service_types/0/service_type_code")).isEqualTo("hws.service.type.ec2");
		assertThat(chinese.text("/service_types/0/abbreviation")).isEqualTo("ECS");
		Answer english = list(this.partner.key(), "en_US", "").expect(200);
		assertThat(english.text("/service_types/0/service_type_name")).isEqualTo("Elastic Cloud Server");
	}

	@Test
	@Tag("X-09")
	void listsTenUnlessToldAndTheRestByOffset() {
		IntStream.range(0, 12).forEach((each) -> this.hears.event(type("type-" + (10 + each))));
		assertThat(list(CUSTOMER, "", "").json().at("/service_types").size()).isEqualTo(10);
		Answer rest = list(CUSTOMER, "", "?offset=10&limit=1000&unknown=x").expect(200);
		assertThat(rest.json().at("/total_count").asInt()).isEqualTo(12);
		assertThat(rest.json().at("/service_types")).extracting((type) -> type.at("/service_type_code").asString())
			.containsExactly("type-20", "type-21");
		assertThat(list(CUSTOMER, "", "?offset=99").json().at("/service_types").size()).isZero();
	}

	@ParameterizedTest
	@Tag("X-09")
	@ValueSource(strings = { "?limit=0", "?limit=1001", "?limit=x", "?offset=-1", "?offset=x" })
	void refusesPagesThatAreNone(String query) {
		list(CUSTOMER, "", query).refused(400, "CBC.0100");
	}

	@Test
	void findsByPartOfTheNameInTheLanguageAskedFor() {
		this.hears.event(new ServiceTypeChanged("ec2", "弹性云服务器", "Elastic Cloud Server", null));
		this.hears.event(new ServiceTypeChanged("obs", "对象存储服务", "Object Storage Service", null));
		assertThat(list(CUSTOMER, "en_US", "?service_type_name=STORAGE").text("/service_types/0/service_type_code"))
			.isEqualTo("obs");
		assertThat(list(CUSTOMER, "en_US", "?service_type_name=STORAGE").json().at("/total_count").asInt()).isOne();
		assertThat(list(CUSTOMER, "zh_CN", "?service_type_name=STORAGE").json().at("/total_count").asInt()).isZero();
		assertThat(list(CUSTOMER, "", "?service_type_name=").json().at("/total_count").asInt()).isEqualTo(2);
	}

	@Test
	@Tag("VOU-02")
	void issuesNothingForAServiceThatDoesNotExist() {
		UUID customer = Ids.next();
		this.hears.event(this.partner.linked(customer, 1, AssociationType.RESALE));
		issue(customer, "anything while the dictionary is empty").expect(201);
		this.hears.event(type("hws.service.type.ec2"));
		Answer refusal = issue(customer, "hws.service.type.ecs").refused(400, "INVALID_REQUEST");
		assertThat(refusal.text("/errors/0/pointer")).isEqualTo("/serviceTypes");
		assertThat(refusal.text("/errors/0/code")).isEqualTo("UNKNOWN_SERVICE_TYPE");
		issue(customer, "hws.service.type.ec2").expect(201);
		this.client.as(this.partner.key())
			.post("/v2/promotions/benefits/partner-coupons",
					Map.of("quota_id", quota(), "customer_ids", List.of(customer), "face_value", 1,
							"cloud_service_types", List.of("hws.service.type.ecs")))
			.refused(400, "CBC.0100");
	}

	@Test
	@Tag("VOU-02")
	void refusesTheRowsOfABatchThatNameSuch() {
		UUID customer = Ids.next();
		this.hears.event(this.partner.linked(customer, 1, AssociationType.RESALE));
		this.hears.event(type("hws.service.type.ec2"));
		Map<String, Object> good = Map.of("customerId", customer, "faceValue", A.money("1.00"), "serviceTypes",
				List.of("hws.service.type.ec2"));
		Map<String, Object> bad = Map.of("customerId", customer, "faceValue", A.money("1.00"), "serviceTypes",
				List.of("hws.service.type.ecs"));
		Answer answer = this.client.as(this.partner.administrator())
			.post("/api/v1/voucher-batches", Map.of("quotaId", quota(), "rows", List.of(bad, good)))
			.expect(200);
		assertThat(answer.text("/rows/0/detail"))
			.isEqualTo("serviceTypes: There is no such service type: " + "hws.service.type.ecs");
		assertThat(answer.text("/succeeded")).isEqualTo("1");
	}

	private Answer issue(UUID customer, String serviceType) {
		Map<String, Object> issue = A.issue(quota(), "1.00", customer);
		issue.put("serviceTypes", List.of(serviceType));
		return this.client.as(this.partner.administrator()).post("/api/v1/vouchers", issue);
	}

	private String quota() {
		return this.client.as(Caller.vendor("operator"))
			.post("/api/v1/vendor/voucher-quotas", A.grant(this.partner, "10.00"))
			.expect(201)
			.text("/id");
	}

	private Answer list(Caller caller, String language, String query) {
		return this.client.as(caller).with("X-Language", language).get(LIST + query);
	}

	private static ServiceTypeChanged type(String code) {
		return new ServiceTypeChanged(code, "产品", "Product", null);
	}

}
