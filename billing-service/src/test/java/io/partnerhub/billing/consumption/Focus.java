package io.partnerhub.billing.consumption;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Small FOCUS files, columns in an order of their own. */
final class Focus {

	private static final String HEADER = """
			"BilledCost","BillingAccountId","BillingCurrency","BillingPeriodStart","ChargeCategory","ChargePeriodStart",\
			"ChargePeriodEnd","ListCost","ServiceName","SubAccountId","Id","ResourceId","Tags"
			""";

	private Focus() {
	}

	/** A row of usage in March 2026, six hours after the start of the tests. */
	static String row(String account, String id, String cost) {
		return """
				%s,"9900","CNY","2026-03-01 00:00:00","Usage","2026-03-01 14:00:00",\
				"2026-03-01 15:00:00",%s,"Object Storage","%s",%s,NULL,\
				"{""env"": ""dev, or so""}"
				""".formatted(cost, cost, account, id);
	}

	static byte[] file(String... rows) {
		return file(List.of(rows));
	}

	static byte[] file(List<String> rows) {
		return (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
	}

}
