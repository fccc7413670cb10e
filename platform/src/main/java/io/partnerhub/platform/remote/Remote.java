package io.partnerhub.platform.remote;

import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import feign.FeignException;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.decorators.Decorators;
import io.partnerhub.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks another service a question: bounded in time by the client, in number by a
 * bulkhead, and not at all while its breaker is open. An unanswered question is 503 with
 * the service's name, never a guess.
 */
public final class Remote {

	private static final Logger log = LoggerFactory.getLogger(Remote.class);

	private final CircuitBreakerRegistry breakers;

	private final BulkheadRegistry bulkheads;

	public Remote(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
		this.breakers = breakers;
		this.bulkheads = bulkheads;
	}

	public <T> T ask(String service, Callable<T> question) {
		try {
			return Decorators.ofCallable(question)
				.withCircuitBreaker(this.breakers.circuitBreaker(service))
				.withBulkhead(this.bulkheads.bulkhead(service))
				.call();
		}
		catch (FeignException | CallNotPermittedException | BulkheadFullException ex) {
			log.warn("{} did not answer: {}", service, ex.toString());
			throw unreachable(service);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Tells another service to do what can be repeated. Its refusal comes through as it
	 * is; what was surely not sent is 503; without an answer the outcome is unknown,
	 * until the same is told again.
	 */
	public <T> T tell(String service, Callable<T> command) {
		try {
			return Decorators.ofCallable(() -> answer(command))
				.withCircuitBreaker(this.breakers.circuitBreaker(service))
				.withBulkhead(this.bulkheads.bulkhead(service))
				.call()
				.get();
		}
		catch (FeignException.FeignClientException refusal) {
			throw refusal;
		}
		catch (CallNotPermittedException | BulkheadFullException ex) {
			log.warn("{} is not asked: {}", service, ex.toString());
			throw unreachable(service);
		}
		catch (FeignException ex) {
			log.warn("{} did not answer: {}", service, ex.toString());
			throw (ex.getCause() instanceof ConnectException) ? unreachable(service) : Problem.outcomeUnknown();
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A refusal is an answer, too: the service is well. */
	private static <T> Supplier<T> answer(Callable<T> command) throws Exception {
		try {
			T answer = command.call();
			return () -> answer;
		}
		catch (FeignException.FeignClientException refusal) {
			return () -> {
				throw refusal;
			};
		}
	}

	private static Problem unreachable(String service) {
		return Problem
			.unavailable("SERVICE_UNREACHABLE", "The answer of " + service + " is missing; nothing was done.",
					Duration.ofSeconds(2))
			.with("service", service);
	}

}
