package io.partnerhub.gateway.route;

import io.partnerhub.gateway.answer.Answers;
import io.partnerhub.gateway.answer.Refusal;
import io.partnerhub.gateway.peer.Service;
import io.partnerhub.gateway.peer.ServiceAddresses;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

/** One route per service, by the {@link PathTable}. */
@Configuration(proxyBeanMethods = false)
class Routes {

	@Bean
	RouterFunction<ServerResponse> toServices(ServiceAddresses addresses, Answers answers) {
		RouterFunctions.Builder routes = RouterFunctions.route();
		for (Service service : Service.values()) {
			routes.add(GatewayRouterFunctions.route(service.processName())
				.route((request) -> belongsTo(service, request), http())
				.before(uri(addresses.of(service)))
				.onError(Refusal.class, (failure, request) -> answer(answers, (Refusal) failure))
				.build());
		}
		return routes.build();
	}

	private static boolean belongsTo(Service service, ServerRequest request) {
		return PathTable.find(request.servletRequest().getRequestURI()).filter(service::equals).isPresent();
	}

	private static ServerResponse answer(Answers answers, Refusal refusal) {
		return ServerResponse.status(refusal.status()).build((request, response) -> {
			answers.refuse(refusal, request, response);
			return null;
		});
	}

}
