package io.partnerhub.benchmarks;

import java.sql.Connection;

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

}
