package io.partnerhub.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the benchmarks are filled with fits the tables that the services migrate. */
class FillingTests {

	@Test
	void fillsTheCustomersOfAPartner() throws Exception {
		try (Database database = Database.start();
				Service service = Service.customers(database.create("customers"));
				Connection connection = database.connect("customers")) {
			CustomerFill.fill(connection, 100);
			assertThat(service.port()).isPositive();
		}
	}

	@Test
	void fillsQuotasAndVouchers() throws Exception {
		try (Database database = Database.start();
				Service service = Service.coupons(database.create("coupons"));
				Connection connection = database.connect("coupons")) {
			Coupons.fill(connection);
			Coupons.execute(connection, Coupons.text("/voucher-list.sql").replace(":vouchers", "100"));
			Coupons.execute(connection,
					Coupons.text("/reclaim-fill.sql").replace(":round", "5000").replace(":vouchers", "100"));
			assertThat(service.port()).isPositive();
		}
	}

	@Test
	void fillsAccountsAndEntries() throws Exception {
		try (Database database = Database.start();
				Service service = Service.billing(database.create("billing"));
				Connection connection = database.connect("billing")) {
			Money.fill(connection);
			Coupons.execute(connection, Coupons.text("/account-entries.sql").replace(":entries", "1000"));
			assertThat(service.ask(Money.finance(1), "/api/v1/accounts", null)).contains("CASH");
		}
	}

	@Test
	void fillsAMonthOfConsumption() throws Exception {
		try (Database database = Database.start();
				Service service = Service.billing(database.create("billing"));
				Connection connection = database.connect("billing")) {
			MonthSummaryBenchmark.fill(connection, 1000);
			String cycle = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
			assertThat(service.ask(MonthSummaryBenchmark.READER, "/api/v1/consumption/summary?cycle=" + cycle, null))
				.contains("\"records\":1000");
			Path file = ConsumptionFiles.write(10, 1);
			assertThat(Files.readAllLines(file)).hasSize(11);
			Files.delete(file);
		}
	}

	@Test
	void appropriatesAsTheLimitDoes() throws Exception {
		try (Database database = Database.start();
				Service service = Service.billing(database.create("billing"));
				Connection connection = database.connect("billing")) {
			Money.fill(connection);
			String script = Coupons.text("/appropriation.pgbench").replace("random(:from, :to)", "random(1, 11000)");
			assertThat(new JdbcLoop(database.url("billing")).run(script, 1)).isPositive();
			assertThat(service.port()).isPositive();
		}
	}

}
