package io.partnerhub.platform.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.testkit.HubClient.Answer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of a service against every kind of caller: who may use it is let in,
 * whatever the answer then is, and anybody else is refused.
 */
public final class AccessMatrix {

	private final HubClient client;

	private final RequestMappingHandlerMapping mappings;

	private final List<String> packages;

	AccessMatrix(HubClient client, RequestMappingHandlerMapping mappings, List<String> packages) {
		this.client = client;
		this.mappings = mappings;
		this.packages = packages;
	}

	/** One caller of each kind that belongs to no partner; a test adds its partners. */
	public static Map<String, Caller> outsiders() {
		Map<String, Caller> callers = new LinkedHashMap<>();
		callers.put("VENDOR", Caller.vendor("vendor"));
		callers.put("CUSTOMER", Caller.customer("customer", Ids.next()));
		callers.put("IDENTITY", Caller.identity("somebody", "https://id.example", "somebody", null));
		callers.put("ANONYMOUS", Caller.anonymous());
		callers.put("SERVICE", Caller.service("customer-service"));
		return callers;
	}

	/** Calls everything as everybody and returns the answers of those who may. */
	public List<Answer> check(List<Operation> operations, Map<String, Caller> callers) {
		return check(operations, callers, Ids.next().toString());
	}

	/** The same with an id for the variables of the paths. */
	public List<Answer> check(List<Operation> operations, Map<String, Caller> callers, String id) {
		List<Answer> letIn = new ArrayList<>();
		for (Operation operation : operations) {
			assertThat(callers).as("callers of %s", operation.mapping())
				.containsKeys(operation.allowed().toArray(String[]::new));
			callers.forEach((name, caller) -> {
				Call call = new Call(operation, name, operation.call(this.client.as(caller), id));
				if (operation.allowed().contains(name)) {
					letIn.add(call.letIn());
				}
				else {
					call.refused(403, operation.refusals());
				}
			});
			new Call(operation, "nobody", operation.call(this.client.asNobody(), id)).refused(401,
					Set.of(operation.unauthenticated()));
		}
		return letIn;
	}

	/** Fails unless these are exactly the operations that the service maps. */
	public void checkComplete(List<Operation> operations) {
		Set<String> mapped = new TreeSet<>();
		this.mappings.getHandlerMethods().forEach((mapping, handler) -> {
			if (this.packages.stream().anyMatch(handler.getBeanType().getPackageName()::startsWith)) {
				mapping.getPatternValues()
					.forEach((path) -> mapping.getMethodsCondition()
						.getMethods()
						.forEach((method) -> mapped.add(method + " " + path)));
			}
		});
		assertThat(operations).extracting(Operation::mapping).containsExactlyInAnyOrderElementsOf(mapped);
	}

	/** What a caller was answered. */
	private record Call(Operation operation, String caller, Answer answer) {

		Answer letIn() {
			assertThat(this.answer.status()).as(toString()).isNotIn(401, 403).isLessThan(500);
			return this.answer;
		}

		void refused(int status, Set<String> codes) {
			assertThat(this.answer.status()).as(toString()).isEqualTo(status);
			assertThat(this.answer.text("/code") + this.answer.text("/error_code")).as(toString()).isIn(codes);
		}

		@Override
		public String toString() {
			return this.operation.mapping() + " as " + this.caller + ": " + this.answer.response().body();
		}

	}

}
