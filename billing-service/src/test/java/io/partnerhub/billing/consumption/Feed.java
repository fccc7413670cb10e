package io.partnerhub.billing.consumption;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.Given;
import io.partnerhub.platform.testkit.HubClient;

/** The vendor tells what customers consumed. */
public final class Feed {

	private final HubClient client;

	public Feed(HubClient client) {
		this.client = client;
	}

	/** A record of pay-per-use that was paid in cash. */
	public static Map<String, Object> record(String id, UUID customer, Instant at, String cash) {
		Map<String, Object> record = new HashMap<>();
		record.put("id", id);
		record.put("customerId", customer);
		record.put("tradeTime", at);
		record.put("chargeMode", "PAY_PER_USE");
		record.put("serviceType", "hws.service.type.ec2");
		record.put("currency", "CNY");
		record.put("amounts", Map.of("official", cash, "cash", cash));
		return record;
	}

	/** The same with another value of a field. */
	public static Map<String, Object> with(Map<String, Object> record, String field, Object value) {
		Map<String, Object> other = new HashMap<>(record);
		other.put(field, value);
		return other;
	}

	@SafeVarargs
	@SuppressWarnings("varargs")
	public final HubClient.Answer tells(Map<String, Object>... records) {
		return tells(Arrays.asList(records));
	}

	public HubClient.Answer tells(List<Map<String, Object>> records) {
		return this.client.as(Given.VENDOR).post("/api/v1/vendor/consumption", Map.of("records", records)).expect(200);
	}

}
