package io.partnerhub.gateway.edge;

import java.io.IOException;

import io.partnerhub.gateway.answer.Answers;
import io.partnerhub.gateway.answer.Refusal;
import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the connector refuses before any filter sees it (a NUL in the path, too much of a
 * request line or of headers, TRACE) is answered like everything else, in the words of
 * the face that was called.
 */
@Component
class ConnectorRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final Answers answers;

	ConnectorRefusals(Answers answers) {
		this.answers = answers;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addEngineValves(new Valve(this.answers));
	}

	private static final class Valve extends ValveBase {

		private final Answers answers;

		Valve(Answers answers) {
			super(true);
			this.answers = answers;
		}

		@Override
		public void invoke(Request request, Response response) throws IOException, ServletException {
			if (!response.isError()) {
				getNext().invoke(request, response);
				return;
			}
			int status = response.getStatus();
			response.setSuspended(false);
			response.setErrorReported();
			EdgeFilter.mark(request, response);
			this.answers.refuse(Refusal.unreadable(status), request, response);
		}

	}

}
