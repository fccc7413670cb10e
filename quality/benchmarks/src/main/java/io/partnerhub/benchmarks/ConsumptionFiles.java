package io.partnerhub.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.PGConnection;

/**
 * FOCUS files as large as wanted, columns and lengths like those of real ones, and the
 * same rows as COPY takes them.
 */
final class ConsumptionFiles {

	private static final int ACCOUNTS = 1000;

	private static final String HEADER = """
			"AvailabilityZone","BilledCost","BillingAccountId","BillingAccountName","BillingCurrency","BillingPeriodEnd",\
			"BillingPeriodStart","ChargeCategory","ChargeClass","ChargeDescription","ChargeFrequency","ChargePeriodEnd",\
			"ChargePeriodStart","CommitmentDiscountType","ConsumedQuantity","ConsumedUnit","ContractedCost",\
			"ContractedUnitPrice","EffectiveCost","InvoiceIssuerName","ListCost","ListUnitPrice","PricingCategory",\
			"PricingQuantity","PricingUnit","ProviderName","PublisherName","RegionId","RegionName","ResourceId",\
			"ResourceName","ResourceType","ServiceCategory","Id","ServiceName","SkuId","SkuPriceId","SubAccountId",\
			"SubAccountName","Tags"
			""";

	private ConsumptionFiles() {
	}

	/** Writes so many rows, the ids of which no other file has. */
	static Path write(int rows, long firstId) throws IOException {
		Path file = Files.createTempFile("consumption", ".csv");
		try (BufferedWriter lines = Files.newBufferedWriter(file)) {
			lines.write(HEADER);
			for (int row = 0; row < rows; row++) {
				lines.write(row(row, firstId + row));
			}
		}
		return file;
	}

	private static String row(int number, long id) {
		String cost = "0.%011d".formatted(number * 7919L % 100_000_000_000L);
		return """
				NULL,%1$s,"1234567890123","Northwind","CNY","2026-04-01 00:00:00","2026-03-01 00:00:00","Usage",NULL,\
				"0.40 per million standard requests of tier 1 in the north-eastern region","Usage-Based",\
				"2026-03-%2$02d 23:00:00","2026-03-%2$02d 22:00:00",NULL,2.000000000000000,"Requests",0.00000000000,\
				0.00000000000,0.00000000000,"Northwind Cloud Services, Inc.",%1$s,"0.0000004","Standard",2.00000000000,\
				"Requests","Northwind","Northwind Cloud Services, Inc.","cn-north-%3$d","North of China %3$d",\
				"arn:nw:sqs:cn-north-%3$d:347410479675:queue-of-account-%4$d-l64f2065481b12",NULL,NULL,"Integration",\
				%5$d,"service-%6$d","G95FST5FTYV3JSRX","G95FST5FTYV3JSRX.JRTCKXETXF.VXGXCWQKTY","account-%4$d",\
				"Account %4$d","{""application"": ""BrightLens"", ""environment"": ""dev"", ""unit"": ""North""}"
				""".formatted(cost, number % 28 + 1, number % 4 + 1, number % ACCOUNTS + 1, id, number % 20);
	}

	/** The records of one import as COPY would take them. */
	static Path export(Connection connection, String importId) throws IOException, SQLException {
		Path file = Files.createTempFile("consumption", ".copy");
		try (OutputStream target = Files.newOutputStream(file)) {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyOut(
						"copy (select r.* from consumption_record r join consumption_import i on i.object_id = r.import_id"
								+ " where i.id = '" + importId + "') to stdout",
						target);
		}
		return file;
	}

	/**
	 * COPY into a logged table with the same typed columns and one index; in nanoseconds.
	 */
	static long copy(Connection connection, Path rows) throws IOException, SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("drop table if exists consumption_limit");
			statement.execute("create table consumption_limit (like consumption_record)");
			statement.execute("create unique index on consumption_limit (reference)");
			statement.execute("checkpoint");
		}
		long start = System.nanoTime();
		try (var content = Files.newInputStream(rows)) {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				.copyIn("copy consumption_limit from stdin", content, 1 << 16);
		}
		return System.nanoTime() - start;
	}

}
