package io.partnerhub.platform;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

import io.partnerhub.platform.batch.BatchProperties;
import io.partnerhub.platform.caller.CallerArgument;
import io.partnerhub.platform.event.DeadLettersEndpoint;
import io.partnerhub.platform.event.EventConfiguration;
import io.partnerhub.platform.job.JobConfiguration;
import io.partnerhub.platform.event.Inbox;
import io.partnerhub.platform.event.OutboxProperties;
import io.partnerhub.platform.event.Subscription;
import io.partnerhub.platform.idempotency.AnswerKeepers;
import io.partnerhub.platform.idempotency.CommandKeyArgument;
import io.partnerhub.platform.idempotency.IdempotencyFilter;
import io.partnerhub.platform.idempotency.IdempotencyKeyCheck;
import io.partnerhub.platform.idempotency.IdempotencyStore;
import io.partnerhub.platform.idempotency.OncePerKey;
import io.partnerhub.platform.page.PageQueryArgument;
import io.partnerhub.platform.problem.SafeTransactionManager;
import io.partnerhub.platform.proof.ProofConfiguration;
import io.partnerhub.platform.remote.RemoteConfiguration;
import io.partnerhub.platform.web.ApiDescription;
import io.partnerhub.platform.web.CommonAnswers;
import io.partnerhub.platform.web.StrictParameters;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * What every service has and the gateway has not: a database with outbox, inbox and
 * answers kept for repeats. Its time-outs are defaults that a service's own configuration
 * overrides.
 */
@AutoConfiguration(after = PlatformAutoConfiguration.class,
		beforeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration")
@EnableConfigurationProperties({ OutboxProperties.class, BatchProperties.class })
@PropertySource("classpath:partner-hub-service.properties")
@ComponentScan("io.partnerhub.platform.caller")
@Import({ RemoteConfiguration.class, EventConfiguration.class, JobConfiguration.class, ProofConfiguration.class,
		ApiDescription.class, CommonAnswers.class })
public class ServiceAutoConfiguration implements WebMvcConfigurer {

	/** After Spring Security, which establishes the caller. */
	private static final int AFTER_SECURITY = 0;

	@Bean
	PlatformTransactionManager transactionManager(DataSource dataSource) {
		return new SafeTransactionManager(dataSource);
	}

	@Bean
	Inbox inbox(ObjectProvider<Subscription> subscriptions, JdbcClient jdbc, PlatformTransactionManager transactions,
			JsonMapper json, Clock clock) {
		return new Inbox(subscriptions.orderedStream().toList(), jdbc, new TransactionTemplate(transactions), json,
				clock);
	}

	@Bean
	DeadLettersEndpoint deadLettersEndpoint(JdbcClient jdbc, JsonMapper json, Clock clock, Inbox inbox) {
		return new DeadLettersEndpoint(jdbc, json, clock, inbox);
	}

	@Bean
	IdempotencyStore idempotencyStore(JdbcClient jdbc, JsonMapper json, Clock clock) {
		return new IdempotencyStore(jdbc, json, clock);
	}

	@Bean
	FilterRegistrationBean<IdempotencyFilter> idempotencyFilter(IdempotencyStore store,
			PlatformTransactionManager transactions,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors,
			@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		FilterRegistrationBean<IdempotencyFilter> registration = new FilterRegistrationBean<>(new IdempotencyFilter(
				store, new TransactionTemplate(transactions), errors, new AnswerKeepers(mappings::getObject)));
		registration.setOrder(AFTER_SECURITY);
		return registration;
	}

	@Bean
	OncePerKey oncePerKey(IdempotencyStore store, JsonMapper json) {
		return new OncePerKey(store, json);
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new CallerArgument());
		resolvers.add(new CommandKeyArgument());
		resolvers.add(new PageQueryArgument());
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new StrictParameters());
		registry.addInterceptor(new IdempotencyKeyCheck());
	}

}
