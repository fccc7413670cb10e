package io.partnerhub.program.servicetype;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.Announced;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.program.A;
import io.partnerhub.program.ProgramTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The vendor feeds the dictionary, and everybody reads it. */
@ProgramTest
@TestPropertySource(properties = "partnerhub.program.service-types=4")
class DictionaryTests {

	private static final String FEED = "/api/v1/vendor/service-types";

	private static final String LIST = "/api/v1/service-types";

	private static final Caller CUSTOMER = Caller.customer("customer", Ids.next());

	private final HubClient client;

	private final Announced announced;

	private final JdbcClient jdbc;

	DictionaryTests(HubClient client, Announced announced, JdbcClient jdbc) {
		this.client = client;
		this.announced = announced;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void anEmptyDictionary() {
		this.jdbc.sql("delete from service_type").update();
		this.announced.next();
	}

	@Test
	void announcesWhatIsAddedOrRenamedAndNothingElse() {
		put("hws.service.type.ec2", type("弹性云服务器", "Elastic Cloud Server", "ECS")).expect(200);
		put("hws.service.type.ec2", type("弹性云服务器", "Elastic Cloud Server", "ECS")).expect(200);
		put("hws.service.type.ec2", type("云服务器", "Cloud Server", "ECS")).expect(200);
		assertThat(this.announced.next()).containsExactly(
				new ServiceTypeChanged("hws.service.type.ec2", "弹性云服务器", "Elastic Cloud Server", "ECS"),
				new ServiceTypeChanged("hws.service.type.ec2", "云服务器", "Cloud Server", "ECS"));
	}

	@Test
	void takesManyAllOrNone() {
		batch("a", "b", "b").refused(400, "INVALID_REQUEST");
		batch("a", "b!").refused(400, "INVALID_REQUEST");
		batch("a", "b", "c", "d", "e").refused(409, "SERVICE_TYPE_LIMIT_REACHED");
		assertThat(this.announced.next()).isEmpty();
		batch("a", "b", "c", "d").expect(200);
		assertThat(this.announced.next(ServiceTypeChanged.class)).extracting(ServiceTypeChanged::code)
			.containsExactly("a", "b", "c", "d");
		put("a", type("甲", "A again", null)).expect(200);
		put("e", type("戊", "E", null)).refused(409, "SERVICE_TYPE_LIMIT_REACHED");
	}

	@Test
	void listsByPageAndPartOfAName() {
		put("a", type("甲", "A", null)).expect(200);
		put("d", type("弹性云服务器", "Elastic Cloud Server", "ECS")).expect(200);
		Answer first = this.client.as(CUSTOMER).get(LIST + "?limit=1").expect(200);
		assertThat(codes(first)).containsExactly("d");
		assertThat(codes(this.client.as(CUSTOMER).get(LIST + "?limit=1&cursor=" + first.text("/nextCursor"))))
			.containsExactly("a");
		assertThat(codes(this.client.as(CUSTOMER).get(LIST + "?name=elastic"))).containsExactly("d");
		assertThat(codes(this.client.as(CUSTOMER).get(LIST + "?name=%E4%BA%91%E6%9C%8D"))).containsExactly("d");
		assertThat(codes(this.client.as(CUSTOMER).get(LIST + "?name=ecs"))).containsExactly("d");
		assertThat(codes(this.client.as(CUSTOMER).get(LIST + "?name=%25"))).isEmpty();
		this.client.as(CUSTOMER).get(LIST + "?name=" + "x".repeat(129)).refused(400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".a", "a%20b", "a%C3%A9" })
	void refusesWhatNoCodeLooksLike(String code) {
		put(code, type("甲", "A", null)).refused(400, "INVALID_REQUEST");
	}

	@ParameterizedTest
	@CsvSource({ "'', A, A", "甲, '', A", "甲, A, ''" })
	void refusesEmptyNames(String zh, String en, String abbreviation) {
		put("a", type(zh, en, abbreviation)).refused(400, "INVALID_REQUEST");
		assertThatThrownBy(() -> this.jdbc.sql("insert into service_type values (:id, 'a', :zh, :en, :abbreviation)")
			.param("id", Ids.next())
			.param("zh", zh)
			.param("en", en)
			.param("abbreviation", abbreviation)
			.update()).isInstanceOf(DataIntegrityViolationException.class);
	}

	private Answer put(String code, Map<String, Object> type) {
		return this.client.as(A.VENDOR).put(FEED + "/" + code, type);
	}

	private Answer batch(String... codes) {
		return this.client.as(A.VENDOR)
			.post(FEED,
					Map.of("items",
							List.of(codes)
								.stream()
								.map((code) -> Map.of("code", code, "nameZh", "产品" + code, "nameEn", "Product " + code))
								.toList()));
	}

	private static Map<String, Object> type(String zh, String en, String abbreviation) {
		Map<String, Object> type = new java.util.LinkedHashMap<>(Map.of("nameZh", zh, "nameEn", en));
		type.put("abbreviation", abbreviation);
		return type;
	}

	private static List<String> codes(Answer answer) {
		return IntStream.range(0, answer.expect(200).json().at("/items").size())
			.mapToObj((index) -> answer.text("/items/" + index + "/code"))
			.toList();
	}

}
