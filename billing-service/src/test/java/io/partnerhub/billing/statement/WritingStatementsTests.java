package io.partnerhub.billing.statement;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.BillingTest;
import io.partnerhub.billing.Given;
import io.partnerhub.billing.Partner;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.platform.testkit.HubClient;
import io.partnerhub.platform.testkit.HubClient.Answer;
import io.partnerhub.platform.testkit.MovableClock;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@BillingTest
@TestPropertySource(properties = { "partnerhub.statements.entries-at-once=7", "partnerhub.statements.pdf-entries=60" })
class WritingStatementsTests {

	private static final String STATEMENTS = "/api/v1/account-statements";

	private final HubClient client;

	private final Given given;

	private final StatementWriting writing;

	private final AccountStatements statements;

	private final StatementSettings settings;

	private final MovableClock clock;

	private final JdbcClient jdbc;

	private Partner partner;

	private UUID customer;

	WritingStatementsTests(HubClient client, Given given, StatementWriting writing, AccountStatements statements,
			StatementSettings settings, MovableClock clock, JdbcClient jdbc) {
		this.client = client;
		this.given = given;
		this.writing = writing;
		this.statements = statements;
		this.settings = settings;
		this.clock = clock;
		this.jdbc = jdbc;
		this.partner = given.distributor();
		this.customer = given.resaleCustomer(this.partner);
	}

	/** 1,000.00 before the period, 50 appropriations in it, one more after it. */
	@BeforeEach
	void anAccountWithEntries() {
		this.partner = this.given.distributorWith("1000.00");
		this.customer = this.given.resaleCustomer(this.partner);
		this.clock.advance(Duration.ofDays(1));
		for (int i = 1; i <= 50; i++) {
			appropriate("1.%02d".formatted(i));
		}
		this.clock.advance(Duration.ofDays(1));
		appropriate("100.00");
	}

	@AfterEach
	void backInTime() {
		this.writing.drain();
		this.clock.reset();
	}

	@Test
	void addsUpFromTheOpeningToTheClosingBalance() throws IOException {
		List<CSVRecord> lines = csv(written("CSV", "en"));
		assertThat(lines).hasSize(53);
		assertThat(lines.getFirst()).contains("Type", "Income", "Expense", "Balance");
		BigDecimal balance = new BigDecimal(lines.get(1).get(6));
		assertThat(balance).isEqualByComparingTo("1000.00");
		for (CSVRecord line : lines.subList(2, 52)) {
			balance = balance.add(number(line.get(4))).subtract(number(line.get(5)));
			assertThat(line.get(6)).isEqualTo(balance.toPlainString());
		}
		assertThat(lines.getLast().get(2)).isEqualTo("Closing balance");
		assertThat(lines.getLast().get(6)).isEqualTo(balance.toPlainString()).isEqualTo("937.25");
	}

	@Test
	void closesWhereTheNextPeriodOpens() {
		String first = begin("CSV", "en", "2026-02-01T00:00:00Z", "2026-03-02T12:00:00Z")
			.text("/closingBalance/amount");
		String next = begin("CSV", "en", "2026-03-02T12:00:00Z", "2026-03-03T08:00:00Z").text("/openingBalance/amount");
		assertThat(next).isEqualTo(first).isEqualTo("937.25");
	}

	/** 9.1: whom money went to, and under which serial number of the bank it came. */
	@Test
	void namesTheOtherSideAndTheBanksNumber() throws IOException {
		assertThat(csv(written("CSV", "en")).get(2).get(8)).isEqualTo(this.customer.toString());
		String id = begin("CSV", "en", "2026-02-01T00:00:00Z", "2026-03-02T00:00:00Z").expect(202).text("/id");
		this.writing.drain();
		CSVRecord topUp = csv(id).get(2);
		assertThat(topUp.get(2)).isEqualTo("Top-up");
		assertThat(topUp.get(8)).isEmpty();
		assertThat(topUp.get(9)).isNotEmpty();
	}

	@Test
	void writesCsvInChinese() throws IOException {
		String text = file(written("CSV", "zh"));
		assertThat(text).startsWith("\uFEFF序号,时间（UTC）,交易类型");
		assertThat(csv(text).get(2).get(2)).isEqualTo("拨款");
	}

	@Test
	void writesPdfInChineseAndEnglish() throws IOException {
		assertThat(pdf(written("PDF", "zh"))).contains("账户对账单", "期初余额", "1000.00", "拨款", "期末余额", "937.25", "页码 2");
		assertThat(pdf(written("PDF", "en"))).contains("Statement of account", "Partner: Partner", "Opening balance",
				"Appropriation", "Closing balance", "Page 2");
	}

	@Test
	void tellsItsProgressAndThenGivesTheFile() {
		String id = begin("CSV", "en").expect(202).text("/id");
		assertThat(get(id).text("/state")).isEqualTo("RUNNING");
		assertThat(get(id).json().at("/total").asInt()).isEqualTo(50);
		admin().get(STATEMENTS + "/" + id + "/file").refused(409, "STATEMENT_NOT_READY");
		this.writing.drain();
		assertThat(get(id).json().at("/done").asInt()).isEqualTo(50);
		Answer file = admin().get(STATEMENTS + "/" + id + "/file").expect(200);
		assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"statement-" + id + ".csv\"");
		assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	@Test
	void takesOverWhatAnotherLeftBehind() {
		String id = begin("CSV", "en").expect(202).text("/id");
		claimed(id, "1 minute");
		this.writing.drain();
		assertThat(get(id).text("/state")).isEqualTo("RUNNING");
		this.clock.advance(Duration.ofMinutes(1));
		this.writing.drain();
		assertThat(get(id).text("/state")).isEqualTo("DONE");
	}

	@Test
	void triesAFileThatDoesNotAddUpAgainAfterAWhileAndNeverHandsItOut() {
		String id = begin("CSV", "en").expect(202).text("/id");
		this.jdbc.sql("update account_statement set closing_minor = closing_minor + 1 where id = cast(:id as uuid)")
			.param("id", id)
			.update();
		for (int attempt = 1; attempt < this.settings.attempts(); attempt++) {
			this.writing.drain();
			assertThat(get(id).text("/state")).isEqualTo("RUNNING");
			this.clock.advance(this.settings.claim());
		}
		this.writing.drain();
		assertThat(get(id).text("/state")).isEqualTo("FAILED");
		admin().get(STATEMENTS + "/" + id + "/file").refused(409, "STATEMENT_NOT_READY");
	}

	@Test
	@Tag("X-04")
	void keepsTheFileForThreeDays() {
		String id = written("CSV", "en");
		this.clock.advance(Duration.ofDays(3).minusSeconds(1));
		this.statements.expire();
		admin().get(STATEMENTS + "/" + id + "/file").expect(200);
		this.clock.advance(Duration.ofSeconds(1));
		admin().get(STATEMENTS + "/" + id + "/file").refused(409, "STATEMENT_EXPIRED");
		assertThat(get(id).text("/state")).isEqualTo("EXPIRED");
		assertThat(admin().get(STATEMENTS).json().at("/items/0/allowedActions")).isEmpty();
		this.statements.expire();
		assertThat(get(id).text("/state")).isEqualTo("EXPIRED");
	}

	@Test
	@Tag("X-05")
	void refusesLongAndUnfinishedPeriods() {
		begin("CSV", "en", "2025-03-01T00:00:00Z", "2026-03-01T00:00:01Z").refused(400, "STATEMENT_PERIOD_TOO_LONG");
		begin("CSV", "en", "2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z").refused(400, "INVALID_REQUEST");
		begin("CSV", "en", "2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z").refused(400, "INVALID_REQUEST");
		begin("XLS", "en").refused(400, "INVALID_REQUEST");
	}

	@Test
	void refusesTooManyEntriesAndTooManyAtOnce() {
		for (int i = 0; i < 11; i++) {
			appropriate("0.01");
		}
		begin("PDF", "en", "2026-02-01T00:00:00Z", "2026-03-03T08:00:00Z").expect(202);
		this.clock.advance(Duration.ofSeconds(1));
		Answer refused = begin("PDF", "en", "2026-02-01T00:00:00Z", "2026-03-03T08:00:01Z");
		assertThat(refused.refused(409, "STATEMENT_TOO_LONG").json().at("/limit").asInt()).isEqualTo(60);
		begin("CSV", "en").expect(202);
		begin("CSV", "en").expect(202);
		begin("CSV", "en").refused(409, "TOO_MANY_OPERATIONS");
	}

	@Test
	void showsNothingToOthers() {
		String id = written("CSV", "en");
		HubClient.As stranger = this.client.as(this.given.distributor().admin());
		stranger.get(STATEMENTS + "/" + id).refused(404, "NOT_FOUND");
		stranger.get(STATEMENTS + "/" + id + "/file").refused(404, "NOT_FOUND");
		assertThat(stranger.get(STATEMENTS).json().at("/items")).isEmpty();
		String account = admin().get("/api/v1/accounts").text("/items/0/id");
		stranger
			.post(STATEMENTS, Map.of("accountId", account, "from", "2026-02-01T00:00:00Z", "to", "2026-03-01T00:00:00Z",
					"format", "CSV"))
			.refused(404, "NOT_FOUND");
	}

	@Test
	void hasAWordForEveryKindOfEntry() {
		for (AccountStatement.Language language : AccountStatement.Language.values()) {
			for (EntryKind kind : EntryKind.values()) {
				assertThat(new StatementWords(language).kind(kind)).isNotEqualTo(kind.name());
			}
		}
	}

	private String written(String format, String language) {
		String id = begin(format, language).expect(202).text("/id");
		this.writing.drain();
		assertThat(get(id).text("/state")).isEqualTo("DONE");
		return id;
	}

	private Answer begin(String format, String language) {
		return begin(format, language, "2026-03-01T12:00:00Z", "2026-03-02T12:00:00Z");
	}

	private Answer begin(String format, String language, String from, String to) {
		return admin().post(STATEMENTS, Map.of("from", from, "to", to, "format", format, "language", language));
	}

	private Answer get(String id) {
		return admin().get(STATEMENTS + "/" + id).expect(200);
	}

	private String file(String id) {
		return admin().get(STATEMENTS + "/" + id + "/file").expect(200).response().body();
	}

	private List<CSVRecord> csv(String idOrText) throws IOException {
		String text = idOrText.startsWith("\uFEFF") ? idOrText : file(idOrText);
		return CSVFormat.RFC4180.parse(new StringReader(text.substring(1))).getRecords();
	}

	private String pdf(String id) throws IOException {
		try (PDDocument document = Loader.loadPDF(admin().download(STATEMENTS + "/" + id + "/file"))) {
			return new PDFTextStripper().getText(document);
		}
	}

	private void claimed(String id, String length) {
		this.jdbc.sql("""
				update account_statement set claimed_until = created_at + cast(:length as interval)
				where id = cast(:id as uuid)
				""").param("length", length).param("id", id).update();
	}

	private void appropriate(String amount) {
		admin().post("/api/v1/appropriations", Map.of("customerId", this.customer, "amount", Given.money(amount)))
			.expect(201);
	}

	private static BigDecimal number(String text) {
		return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
	}

	private HubClient.As admin() {
		return this.client.as(this.partner.admin());
	}

}
