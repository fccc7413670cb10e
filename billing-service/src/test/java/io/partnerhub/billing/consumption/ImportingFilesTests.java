package io.partnerhub.billing.consumption;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Books;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.testkit.Hears;
import io.partnerhub.platform.testkit.HubClient;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** FOCUS files are taken as a whole or not at all, and once. */
@BillingTest
class ImportingFilesTests {

	/** Lies beside the project, where it is there at all. */
	private static final Path SAMPLE = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
		.map((folder) -> folder.resolve("shared/data/focus/focus_sample.csv"))
		.filter(Files::exists)
		.findFirst()
		.orElse(Path.of("focus_sample.csv"));

	private final HubClient client;

	private final Given given;

	private final Books books;

	private final Hears hears;

	private final ConsumptionImporting importing;

	private Partner partner;

	private String account;

	ImportingFilesTests(HubClient client, Given given, Books books, Hears hears, ConsumptionImporting importing) {
		this.client = client;
		this.given = given;
		this.books = books;
		this.hears = hears;
		this.importing = importing;
	}

	@BeforeEach
	void hasAnAccount() {
		this.partner = this.given.distributor();
		this.account = "account-" + Ids.next();
		named(this.account, this.given.resaleCustomer(this.partner));
	}

	@Test
	@Tag("CON-01")
	void countsAFileOnceHoweverOftenItIsSent() {
		byte[] file = Focus.file(Focus.row(this.account, id(), "1.25"), Focus.row(this.account, id(), "2.50"));
		String first = imported(file).text("/id");
		HubClient.Answer again = imported(file);
		assertThat(again.text("/id")).isEqualTo(first);
		assertThat(again.text("/state") + " " + again.text("/posted")).isEqualTo("DONE 2");
		assertThat(total()).isEqualTo("3.75");
	}

	@Test
	void countsARowOnceThoughItsFileIsAnother() {
		String row = Focus.row(this.account, id(), "1.25");
		imported(Focus.file(row));
		HubClient.Answer more = imported(Focus.file(row, Focus.row(this.account, id(), "2.50")));
		assertThat(more.text("/posted") + " " + more.text("/repeated")).isEqualTo("1 1");
		assertThat(total()).isEqualTo("3.75");
	}

	@Test
	void takesNothingOfAFileThatIsBrokenInTheMiddle() {
		String good = Focus.row(this.account, id(), "1.25");
		byte[] whole = Focus.file(good, good.replace("\"9900\"", "\"9901\""));
		HubClient.Answer broken = imported(Arrays.copyOf(whole, whole.length - 40));
		assertThat(broken.text("/state") + " " + broken.text("/failure")).isEqualTo("FAILED FILE_NOT_VALID");
		assertThat(issues(broken).text("/items/0/line")).isEqualTo("3");
		assertThat(total()).isEmpty();
		assertThat(imported(whole).text("/posted")).isEqualTo("2");
	}

	@Test
	@Tag("CON-01")
	void takesNothingOfAFileThatTellsOfAMonthBeyondTheNext() {
		String row = Focus.row(this.account, id(), "1.25");
		HubClient.Answer far = imported(
				Focus.file(row, Focus.row(this.account, id(), "1").replace("2026-03-01 00", "2026-05-01 00")));
		assertThat(far.text("/failure")).isEqualTo("FILE_NOT_VALID");
		assertThat(issues(far).text("/items/0/line") + issues(far).text("/items/0/code"))
			.isEqualTo("3CYCLE_OUT_OF_RANGE");
		assertThat(total()).isEmpty();
		HubClient.Answer next = imported(
				Focus.file(row, Focus.row(this.account, id(), "1").replace("2026-03-01 00", "2026-04-01 00")));
		assertThat(next.text("/posted")).isEqualTo("2");
	}

	@Test
	void takesNothingOfAFileThatTellsARowOtherwise() {
		String id = id();
		imported(Focus.file(Focus.row(this.account, id, "1.25")));
		HubClient.Answer other = imported(
				Focus.file(Focus.row(this.account, id(), "7.00"), Focus.row(this.account, id, "1.26")));
		assertThat(other.text("/failure")).isEqualTo("RECORD_CONTRADICTS");
		assertThat(issues(other).text("/items/0/line")).isEqualTo("3");
		assertThat(total()).isEqualTo("1.25");
	}

	@Test
	void namesRowsOfUnknownAccountsAndTakesThemOnceTheyAreKnown() {
		String stranger = "stranger-" + Ids.next();
		byte[] file = Focus.file(Focus.row(this.account, id(), "1.25"), Focus.row(stranger, id(), "2.50"));
		HubClient.Answer first = imported(file);
		assertThat(first.text("/posted") + " " + first.text("/refused")).isEqualTo("1 1");
		assertThat(issues(first).text("/items/0/line")).isEqualTo("3");
		assertThat(issues(first).text("/items/0/code") + issues(first).text("/items/0/value"))
			.isEqualTo("UNKNOWN_SUB_ACCOUNT" + stranger);
		named(stranger, this.given.resaleCustomer(this.partner));
		HubClient.Answer second = imported(file);
		assertThat(second.text("/posted") + " " + second.text("/repeated") + " " + second.text("/refused"))
			.isEqualTo("1 1 0");
		assertThat(total()).isEqualTo("3.75");
	}

	@Test
	void leavesOutARowOfNoAccount() {
		HubClient.Answer done = imported(Focus.file(Focus.row(this.account, id(), "1.25"),
				Focus.row("-", id(), "2.50").replace("\"-\"", "NULL")));
		assertThat(done.text("/state") + " " + done.text("/posted") + " " + done.text("/refused"))
			.isEqualTo("DONE 1 1");
		assertThat(issues(done).text("/items/0/line") + issues(done).text("/items/0/code"))
			.isEqualTo("3UNKNOWN_SUB_ACCOUNT");
	}

	@Test
	void importsWhatTheVendorsRealFileHolds() throws IOException {
		assumeThat(SAMPLE).exists();
		List<String> accounts = new ArrayList<>();
		try (CSVParser rows = CSVParser.builder()
			.setReader(Files.newBufferedReader(SAMPLE))
			.setFormat(CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())
			.get()) {
			rows.forEach((row) -> accounts.add(row.get("SubAccountId")));
		}
		List<String> known = accounts.stream().distinct().skip(1).toList();
		Partner seller = this.given.distributor();
		known.forEach((name) -> named(name, linkedSince(seller, Instant.parse("2024-08-31T00:00:00Z"))));
		HubClient.Answer done = imported(Files.readAllBytes(SAMPLE));
		long unknown = accounts.stream().filter(accounts.getFirst()::equals).count();
		assertThat(done.text("/state")).isEqualTo("DONE");
		assertThat(done.text("/posted") + " " + done.text("/refused")).isEqualTo((1000 - unknown) + " " + unknown);
		assertThat(this.books
			.number("""
					select count(*) from consumption_summary
					where owner_partner_id = '%s' and payable <> (
					    select sum(payable_amount) from consumption_record r
					    where r.customer_id = consumption_summary.customer_id and r.cycle = consumption_summary.cycle
					      and r.service_type = consumption_summary.service_type
					      and r.charge_mode = consumption_summary.charge_mode and r.bill_type = consumption_summary.bill_type)
					"""
				.formatted(seller.id())))
			.isZero();
	}

	@Test
	void tellsOnlyTheVendor() {
		String path = "/api/v1/vendor/consumption-files/" + imported(Focus.file()).text("/id");
		this.client.as(Given.VENDOR).get(path + "/issues?after=-1").refused(400, "INVALID_REQUEST");
		this.client.as(Given.VENDOR).get("/api/v1/vendor/consumption-files/" + Ids.next()).refused(404, "NOT_FOUND");
		this.client.as(this.partner.admin()).get(path).refused(403, "ACCESS_DENIED");
	}

	private UUID linkedSince(Partner seller, Instant at) {
		UUID customer = Ids.next();
		this.hears.event(new CustomerAssociated(seller.tenant(), seller.id(), customer, 1, AssociationType.RESALE,
				"Customer", "customer", null, null, at));
		return customer;
	}

	private void named(String account, UUID customer) {
		this.client.as(Given.VENDOR)
			.post("/api/v1/vendor/sub-accounts",
					Map.of("items", List.of(Map.of("id", account, "customerId", customer))))
			.expect(204);
	}

	private HubClient.Answer imported(byte[] file) {
		HubClient.As vendor = this.client.as(Given.VENDOR);
		String id = vendor.with("Content-Type", "text/csv")
			.post("/api/v1/vendor/consumption-files", file)
			.expect(202)
			.text("/id");
		this.importing.drain();
		return vendor.get("/api/v1/vendor/consumption-files/" + id).expect(200);
	}

	private HubClient.Answer issues(HubClient.Answer file) {
		return this.client.as(Given.VENDOR)
			.get("/api/v1/vendor/consumption-files/" + file.text("/id") + "/issues")
			.expect(200);
	}

	private String total() {
		return this.client.as(this.partner.admin())
			.get("/api/v1/consumption/summary?cycle=2026-03")
			.expect(200)
			.text("/totals/0/payable/amount");
	}

	private static String id() {
		return Ids.next().toString();
	}

}
