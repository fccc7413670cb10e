package io.partnerhub.billing.orderfeed;

import java.util.List;
import java.util.Set;

import io.partnerhub.contracts.VendorEvent.OrderReported;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.event.Unhandleable;
import io.partnerhub.platform.problem.Problem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears orders that the vendor reports over the broker: the same records as in the
 * batches. What makes no sense, or is about nobody's customer, becomes a dead letter.
 */
@Configuration(proxyBeanMethods = false)
class OrderEvents {

	@Bean
	Subscription ordersReported(OrderFeed feed, NewsReader reader, JsonMapper json, Validator validator) {
		return Subscription.to(OrderReported.class, (reported) -> {
			OrderFeed.Result result = learn(feed, read(reported, reader, json, validator));
			if (result != OrderFeed.Result.APPLIED && result != OrderFeed.Result.STALE) {
				throw new Unhandleable("order " + reported.orderId() + ": " + result);
			}
		});
	}

	private static OrderFeed.Result learn(OrderFeed feed, OrderNews news) {
		try {
			return feed.learn(List.of(news)).getFirst();
		}
		catch (Problem ex) {
			throw new Unhandleable("order " + news.number() + ": " + ex.code());
		}
	}

	private static OrderNews read(OrderReported reported, NewsReader reader, JsonMapper json, Validator validator) {
		try {
			VendorOrder order = json.convertValue(reported, VendorOrder.class);
			Set<ConstraintViolation<VendorOrder>> faults = validator.validate(order);
			if (!faults.isEmpty()) {
				ConstraintViolation<VendorOrder> first = faults.iterator().next();
				throw new Unhandleable(first.getPropertyPath() + " " + first.getMessage());
			}
			return reader.read(order, "");
		}
		catch (JacksonException ex) {
			throw new Unhandleable("unparseable: " + ex.getOriginalMessage());
		}
		catch (Problem ex) {
			throw new Unhandleable(ex.errors().toString());
		}
	}

}
