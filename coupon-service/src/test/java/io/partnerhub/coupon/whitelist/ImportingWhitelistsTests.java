package io.partnerhub.coupon.whitelist;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.partnerhub.contracts.WhitelistEvent.WhitelistImported;
import io.partnerhub.coupon.A;
import io.partnerhub.coupon.cashcoupon.SubsidyScenario;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("VOU-08")
class ImportingWhitelistsTests extends SubsidyScenario {

	private static final String PATH = "/api/v1/whitelist";

	@Test
	void replacesTheListAsAWholeAndCountsItsVersions() {
		this.announced.next();
		csv("acme,Acme\nglobex,Globex\n").expect(200);
		csv("initech,Initech\n").expect(200);
		assertThat(this.announced.next(WhitelistImported.class))
			.extracting(WhitelistImported::version, WhitelistImported::count)
			.containsExactly(org.assertj.core.groups.Tuple.tuple(1, 2), org.assertj.core.groups.Tuple.tuple(2, 1));
		assertThat(found("accountName=acme")).isZero();
		assertThat(found("accountName=initech")).isOne();
		Answer versions = admin().get(PATH + "/versions").expect(200);
		assertThat(versions.json().at("/items/0/version").asInt()).isEqualTo(2);
		assertThat(versions.json().at("/items/1/customers").asInt()).isEqualTo(2);
	}

	@Test
	void takesNothingIfARowIsWrong() {
		csv("acme,Acme\n").expect(200);
		Answer refused = csv("globex,Globex\n,Nobody\nACME,Acme\nacme,Acme\ninitech\n").refused(400,
				"WHITELIST_ROWS_WRONG");
		assertThat(refused.json().at("/wrongRows").asInt()).isEqualTo(3);
		assertThat(refused.json().at("/rows/1/row").asInt()).isEqualTo(4);
		assertThat(refused.text("/rows/1/code")).isEqualTo("DUPLICATE_ACCOUNT");
		assertThat(refused.text("/rows/2/code")).isEqualTo("CUSTOMER_NAME");
		assertThat(found("accountName=globex")).isZero();
		assertThat(found("accountName=acme")).isOne();
	}

	@Test
	void reportsOnlyInADryRun() {
		this.announced.next();
		Answer report = admin().with("Content-Type", "text/csv")
			.put(PATH + "?dryRun=true", "accountName,name\nacme,Acme\n,Nobody\n")
			.expect(200);
		assertThat(report.json().at("/accepted").asInt()).isOne();
		assertThat(report.json().at("/wrongRows").asInt()).isOne();
		assertThat(report.text("/version")).isEmpty();
		assertThat(found("accountName=acme")).isZero();
		assertThat(this.announced.next()).isEmpty();
	}

	@Test
	void takesLargeFiles() {
		String rows = IntStream.range(0, 12_000)
			.mapToObj((row) -> "account-" + row + ",云岭 " + row)
			.collect(Collectors.joining("\n"));
		assertThat(csv(rows).expect(200).json().at("/accepted").asInt()).isEqualTo(12_000);
		assertThat(found("accountName=account-11999")).isOne();
		csv(IntStream.rangeClosed(0, 20_000).mapToObj((row) -> row + ",x").collect(Collectors.joining("\n")))
			.refused(400, "TOO_MANY_ROWS");
	}

	@ParameterizedTest
	@Tag("CSH-02")
	@CsvSource({ "accountName=ac, 1", "accountName=AC, 1", "accountName=me, 0", "accountName=cme, 1",
			"name=%E4%BA%91, 1", "name=%E5%B2%AD, 0", "name=%E5%B2%AD%E7%A7%91%E6%8A%80, 1", "accountName=a_m, 0",
			"name=acme, 0" })
	void searchesByTheBeginningAndFromThreeCharactersAnywhere(String filter, int hits) {
		csv("acme,云岭科技\nglobex,Globex\n").expect(200);
		assertThat(found(filter)).isEqualTo(hits);
	}

	@Test
	@Tag("X-03")
	void hidesNamesAndOtherPartnersLists() {
		UUID account = listedAccount();
		Answer own = admin().get(PATH + "/customers").expect(200);
		assertThat(own.text("/items/0/name")).isEqualTo("C***");
		assertThat(own.text("/items/0/customerId")).isEqualTo(account.toString());
		A.Partner other = A.subsidyPartner();
		assertThat(this.client.as(other.administrator()).get(PATH + "/customers").json().at("/items")).isEmpty();
	}

	@Test
	void isForAdministratorsOfSubsidyPartnersOnly() {
		Map<String, Object> rows = Map.of("customers", List.of(Map.of("accountName", "a", "name", "A")));
		this.client.as(A.partner().administrator()).put(PATH, rows).refused(403, "ACCESS_DENIED");
		this.client.as(this.partner.supervisor(Ids.next())).put(PATH, rows).refused(403, "ACCESS_DENIED");
		this.client.as(this.partner.supervisor(Ids.next())).get(PATH + "/versions").expect(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			account,name                  | MALFORMED_FILE
			accountName,name,more         | MALFORMED_FILE
			'accountName,name
			"acme,Acme'                   | MALFORMED_FILE
			accountName,name              | MALFORMED_FILE
			""")
	void refusesFilesItCannotRead(String file, String code) {
		admin().with("Content-Type", "text/csv").put(PATH, file).refused(400, code);
	}

	@Test
	@Tag("CSH-02")
	void keepsTheListWhenTheFileIsNotUtf8() {
		csv("acme,Acme\n").expect(200);
		byte[] file = "accountName,name\nglobex,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
		admin().with("Content-Type", "text/csv").put(PATH, file).refused(400, "MALFORMED_FILE");
		assertThat(found("accountName=acme")).isOne();
	}

	private Answer csv(String rows) {
		return admin().with("Content-Type", "text/csv").put(PATH, "accountName,name\n" + rows);
	}

	private int found(String filter) {
		return admin().get(PATH + "/customers?" + filter).expect(200).json().at("/items").size();
	}

}
